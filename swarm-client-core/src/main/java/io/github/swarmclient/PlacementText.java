package io.github.swarmclient;

import io.github.swarmclient.model.PlacementPreference;
import io.github.swarmclient.model.SpreadOver;
import org.jspecify.annotations.Nullable;

/** Placement preferences as the command line writes them: {@code spread=node.labels.zone}. */
final class PlacementText {
  private static final String SPREAD = "spread=";

  private PlacementText() {}

  static PlacementPreference parse(String text) {
    TextForm form =
        new TextForm(
            "placement preference",
            text,
            "spread=node.labels.<label> or spread=engine.labels.<label>");
    int equals = text.indexOf('=');
    String strategy = equals < 0 ? text : text.substring(0, equals);
    if (!strategy.equals("spread")) {
      throw form.malformed("the strategy \"" + strategy + "\" is unknown");
    }
    String descriptor = equals < 0 ? "" : text.substring(SPREAD.length());
    if (!descriptor.matches("(?i)(node|engine)\\.labels\\.\\S+")) {
      throw form.bad("spread", descriptor, "a label of nodes or of engines");
    }
    return PlacementPreference.builder()
        .spread(SpreadOver.builder().spreadDescriptor(descriptor).build())
        .build();
  }

  /** Returns what makes two entries the same preference. */
  static @Nullable String key(PlacementPreference preference) {
    SpreadOver spread = preference.spread();
    return spread == null ? null : spread.spreadDescriptor();
  }
}
