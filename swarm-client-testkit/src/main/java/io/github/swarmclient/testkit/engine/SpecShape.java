package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mistakes in a service spec that an engine finds before it asks the swarm. */
final class SpecShape {
  private SpecShape() {}

  static void check(Host engine, JsonNode spec) {
    JsonNode task = spec.path("TaskTemplate");
    String runtime = Json.string(task, "Runtime");
    if (!List.of("", "container", "plugin").contains(runtime)) {
      throw EngineError.invalid("unsupported runtime");
    }
    String part = runtime.equals("plugin") ? "PluginSpec" : "ContainerSpec";
    if (!Json.at(task, part).isObject()) {
      throw EngineError.invalid("mismatched Runtime and *Spec fields");
    }
    if (runtime.equals("plugin")) {
      throw EngineError.of(500, "runtime type \"plugin\" only supported in experimental");
    }
    modes(spec);
    String condition = Json.string(task, "RestartPolicy", "Condition");
    word(condition, "invalid RestartCondition: \"%s\"", "none", "on-failure", "any");
    update(Json.at(spec, "UpdateConfig"));
    update(Json.at(spec, "RollbackConfig"));
    String mode = Json.string(spec, "EndpointSpec", "Mode");
    word(mode, "invalid resolution mode: \"%s\"", "vip", "dnsrr");
    references(task.path("ContainerSpec"));
    mounts(engine, task.path("ContainerSpec"));
  }

  private static void modes(JsonNode spec) {
    int modes = 0;
    for (String mode : List.of("Replicated", "Global", "ReplicatedJob", "GlobalJob")) {
      modes += Json.at(spec, "Mode", mode).isMissingNode() ? 0 : 1;
    }
    if (modes > 1) {
      throw EngineError.invalid("must specify only one service mode");
    }
  }

  private static void update(JsonNode config) {
    String action = Json.string(config, "FailureAction");
    word(action, "unrecognized update failure action %s", "pause", "continue", "rollback");
    String order = Json.string(config, "Order");
    word(order, "unrecognized update order %s", "start-first", "stop-first");
    double ratio = Json.at(config, "MaxFailureRatio").asDouble(0);
    if (ratio < 0 || ratio > 1) {
      throw EngineError.invalidArgument(
          "TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1");
    }
  }

  /** Refuses a word that is none of those there are; nothing stands for the default. */
  private static void word(String word, String complaint, String... words) {
    if (!word.isEmpty() && !List.of(words).contains(word)) {
      throw EngineError.invalid(complaint.replace("%s", word));
    }
  }

  private static void references(JsonNode container) {
    for (JsonNode secret : container.path("Secrets")) {
      if (!Json.at(secret, "File").isObject()) {
        throw EngineError.invalid("a secret reference must have a target file");
      }
    }
    for (JsonNode config : container.path("Configs")) {
      if (!Json.at(config, "File").isObject() && !Json.at(config, "Runtime").isObject()) {
        throw EngineError.invalid("either File or Runtime should be set");
      }
    }
  }

  private static void mounts(Host engine, JsonNode container) {
    Set<String> targets = new HashSet<>();
    for (JsonNode mount : container.path("Mounts")) {
      String type = Json.string(mount, "Type");
      boolean known =
          List.of("", "bind", "volume", "tmpfs", "npipe").contains(type)
              || (type.equals("cluster") && engine.speaks(42))
              || (type.equals("image") && engine.speaks(48));
      if (!known) {
        throw EngineError.invalid("invalid MountType: \"" + type + "\"");
      }
      // A mount without a target is only found out about by the node that is to run it.
      String target = Json.string(mount, "Target");
      if (!targets.add(target)) {
        throw EngineError.invalidArgument("ContainerSpec: duplicate mount point: " + target);
      }
    }
  }
}
