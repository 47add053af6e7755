package io.github.swarmclient;

import io.github.swarmclient.internal.text.ServicePage;
import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.internal.text.Words;
import io.github.swarmclient.model.ReplicatedJob;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.ServiceStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Services, by name, with how many of their tasks run. Immutable. */
public final class ServiceList extends Snapshot<Service> {
  ServiceList(List<Service> services) {
    super(services.stream().sorted(Comparator.comparing(ServiceList::name)).toList());
  }

  private static String name(Service service) {
    ServiceSpec spec = service.spec();
    return spec == null ? "" : Objects.requireNonNullElse(spec.name(), "");
  }

  /** Returns the service of the given name, if there is one. */
  public Optional<Service> named(String name) {
    return stream().filter(service -> name(service).equals(name)).findFirst();
  }

  /** Returns a table as {@code docker service ls} prints it. */
  @Override
  public String pretty() {
    Table table = new Table("ID", "NAME", "MODE", "REPLICAS", "IMAGE", "PORTS");
    for (Service service : this) {
      String id = Objects.requireNonNullElse(service.id(), "");
      ServiceSpec spec = Objects.requireNonNullElse(service.spec(), ServiceSpec.builder().build());
      ServiceMode mode = Objects.requireNonNullElse(spec.mode(), ServiceMode.builder().build());
      table.row(
          id.substring(0, Math.min(12, id.length())),
          name(service),
          ServicePage.modeName(mode),
          replicas(mode, service.serviceStatus()),
          Words.withoutDigest(SpecEdit.imageOf(spec)),
          service.endpoint() == null ? "" : Words.meshPorts(service.endpoint().ports()));
    }
    return table.toString();
  }

  private static String replicas(ServiceMode mode, @Nullable ServiceStatus status) {
    if (status == null) {
      return "";
    }
    String running = status.runningTasks() + "/" + status.desiredTasks();
    ReplicatedJob job = mode.replicatedJob();
    if (job != null) {
      return running
          + " ("
          + status.completedTasks()
          + "/"
          + job.totalCompletions()
          + " completed)";
    }
    if (mode.globalJob() != null) {
      long total =
          SpecEdit.or(status.desiredTasks(), 0L) + SpecEdit.or(status.completedTasks(), 0L);
      return running + " (" + status.completedTasks() + "/" + total + " completed)";
    }
    return running;
  }
}
