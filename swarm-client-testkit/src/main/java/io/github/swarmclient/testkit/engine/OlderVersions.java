package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Takes out of a service spec what the version of the API does not have that it was sent by, and
 * what the engine is too old to know. It does so without a word, and this is how clients lose
 * settings.
 */
final class OlderVersions {
  private OlderVersions() {}

  static void strip(Call call, ObjectNode spec) {
    if (!(spec.get("TaskTemplate") instanceof ObjectNode task)
        || !(task.get("ContainerSpec") instanceof ObjectNode container)) {
      return;
    }
    dropUnknown(call.host(), container);
    if (call.before(40)) {
      container.remove("Sysctls");
      remove(task, "Placement", "MaxReplicas");
      if (container.get("Privileges") instanceof ObjectNode privileges) {
        remove(privileges, "CredentialSpec", "Config");
      }
      for (JsonNode config : container.path("Configs")) {
        if (config instanceof ObjectNode object) {
          object.remove("Runtime");
        }
      }
    }
    if (call.before(41)) {
      container.remove("CapabilityAdd");
      container.remove("CapabilityDrop");
      container.remove("Ulimits");
      if (task.get("Resources") instanceof ObjectNode resources) {
        remove(resources, "Limits", "Pids");
      }
      remove(spec, "Mode", "ReplicatedJob");
      remove(spec, "Mode", "GlobalJob");
    }
    if (call.before(44)) {
      remove(container, "Healthcheck", "StartInterval");
      remove(container, "Privileges", "Seccomp");
      remove(container, "Privileges", "AppArmor");
      remove(container, "Privileges", "NoNewPrivileges");
    }
    if (call.before(46)) {
      container.remove("OomScoreAdj");
      for (JsonNode mount : container.path("Mounts")) {
        if (mount instanceof ObjectNode object) {
          remove(object, "TmpfsOptions", "Options");
        }
      }
    }
    if (call.before(52)) {
      remove(task, "Resources", "SwapBytes");
      remove(task, "Resources", "MemorySwappiness");
    }
  }

  /** What an engine does not know it drops, whatever version it is talked to. */
  private static void dropUnknown(Host engine, ObjectNode container) {
    for (JsonNode mount : container.path("Mounts")) {
      if (mount instanceof ObjectNode object) {
        if (!engine.speaks(42)) {
          remove(object, "BindOptions", "CreateMountpoint");
        }
        if (!engine.speaks(44)) {
          remove(object, "BindOptions", "ReadOnlyNonRecursive");
          remove(object, "BindOptions", "ReadOnlyForceRecursive");
        }
        if (!engine.speaks(45)) {
          remove(object, "VolumeOptions", "Subpath");
        }
        if (!engine.speaks(48)) {
          object.remove("ImageOptions");
        }
      }
    }
  }

  private static void remove(ObjectNode node, String name, String member) {
    if (node.get(name) instanceof ObjectNode inner) {
      inner.remove(member);
    }
  }
}
