package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The plugins that every engine has; there is no way to install others. */
final class Plugins {
  private static final List<String> LOGS = List.of("awslogs", "json-file", "local", "syslog");
  private static final List<String> NETWORKS =
      List.of("bridge", "host", "macvlan", "null", "overlay");
  private static final String VOLUMES = "local";

  private Plugins() {}

  /** Returns whether a node has what the tasks of a service log and store with. */
  static boolean has(JsonNode taskSpec) {
    String log = Json.string(taskSpec, "LogDriver", "Name");
    if (!log.isEmpty() && !log.equals("none") && !LOGS.contains(log)) {
      return false;
    }
    for (JsonNode mount : Json.at(taskSpec, "ContainerSpec", "Mounts")) {
      String driver = Json.string(mount, "VolumeOptions", "DriverConfig", "Name");
      if (Json.string(mount, "Type").equals("volume")
          && !driver.isEmpty()
          && !driver.equals(VOLUMES)) {
        return false;
      }
    }
    return true;
  }

  /** Adds what a node tells of its plugins. */
  static void show(ArrayNode plugins) {
    for (String log : LOGS) {
      plugins.addObject().put("Type", "Log").put("Name", log);
    }
    for (String network : NETWORKS) {
      plugins.addObject().put("Type", "Network").put("Name", network);
    }
    plugins.addObject().put("Type", "Volume").put("Name", VOLUMES);
  }
}
