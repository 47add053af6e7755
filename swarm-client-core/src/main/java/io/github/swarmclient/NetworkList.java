package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.model.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Networks at one moment, by name. Immutable. */
public final class NetworkList extends Snapshot<Network> {
  private static final int SHORT_ID = 12;

  NetworkList(List<Network> networks) {
    super(networks.stream().sorted(Comparator.comparing(network -> text(network.name()))).toList());
  }

  /** Returns the table that {@code docker network ls} prints. */
  @Override
  public String pretty() {
    Table table = new Table("NETWORK ID", "NAME", "DRIVER", "SCOPE");
    for (Network network : this) {
      String id = text(network.id());
      table.row(
          id.substring(0, Math.min(SHORT_ID, id.length())),
          text(network.name()),
          text(network.driver()),
          text(network.scope()));
    }
    return table.toString();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
