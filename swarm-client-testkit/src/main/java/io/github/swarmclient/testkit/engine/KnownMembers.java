package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Drops the members of a service spec that no engine knows, as a real one does. */
final class KnownMembers {
  private static final Set<String> SERVICE =
      Set.of(
          "Name",
          "Labels",
          "TaskTemplate",
          "Mode",
          "UpdateConfig",
          "RollbackConfig",
          "Networks",
          "EndpointSpec");
  private static final Set<String> TASK =
      Set.of(
          "ContainerSpec",
          "PluginSpec",
          "NetworkAttachmentSpec",
          "Resources",
          "RestartPolicy",
          "Placement",
          "Networks",
          "LogDriver",
          "ForceUpdate",
          "Runtime");
  private static final Set<String> CONTAINER =
      Set.of(
          "Image",
          "Labels",
          "Command",
          "Args",
          "Hostname",
          "Env",
          "Dir",
          "User",
          "Groups",
          "Privileges",
          "Init",
          "StopSignal",
          "TTY",
          "OpenStdin",
          "ReadOnly",
          "Mounts",
          "StopGracePeriod",
          "Healthcheck",
          "Hosts",
          "DNSConfig",
          "Secrets",
          "Configs",
          "Isolation",
          "Sysctls",
          "CapabilityAdd",
          "CapabilityDrop",
          "Ulimits",
          "OomScoreAdj");
  private static final Set<String> UPDATE =
      Set.of("Parallelism", "Delay", "FailureAction", "Monitor", "MaxFailureRatio", "Order");
  private static final Set<String> PLACEMENT =
      Set.of("Constraints", "Preferences", "MaxReplicas", "Platforms");

  private KnownMembers() {}

  static void prune(ObjectNode spec) {
    spec.retain(SERVICE);
    inner(spec, "UpdateConfig", UPDATE);
    inner(spec, "RollbackConfig", UPDATE);
    inner(spec, "EndpointSpec", Set.of("Mode", "Ports"));
    inner(spec, "Mode", Set.of("Replicated", "Global", "ReplicatedJob", "GlobalJob"));
    if (spec.get("TaskTemplate") instanceof ObjectNode task) {
      task.retain(TASK);
      inner(task, "ContainerSpec", CONTAINER);
      inner(task, "Placement", PLACEMENT);
      inner(task, "Resources", Set.of("Limits", "Reservations", "SwapBytes", "MemorySwappiness"));
      inner(task, "RestartPolicy", Set.of("Condition", "Delay", "MaxAttempts", "Window"));
      inner(task, "LogDriver", Set.of("Name", "Options"));
    }
  }

  private static void inner(ObjectNode node, String name, Set<String> known) {
    if (node.get(name) instanceof ObjectNode inner) {
      inner.retain(known);
    }
  }
}
