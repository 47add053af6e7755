package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The mistakes in a service spec that the swarm finds. */
final class SpecChecks {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9]+)*");
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:[A-Za-z0-9.-]+(?::\\d+)?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
              + "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*"
              + "(?::[\\w][\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?");
  private static final long MIN_MEMORY = 4L * 1024 * 1024;
  private static final long MIN_CPU = 1_000_000;
  private static final long MILLISECOND = 1_000_000;

  private final Cluster cluster;
  private final ObjectNode spec;
  private final JsonNode task;
  private final JsonNode container;

  SpecChecks(Cluster cluster, ObjectNode spec) {
    this.cluster = cluster;
    this.spec = spec;
    this.task = spec.path("TaskTemplate");
    this.container = task.path("ContainerSpec");
  }

  void run() {
    name(Json.string(spec, "Name"));
    resources("Limits");
    resources("Reservations");
    negative(Json.number(task, 0, "RestartPolicy", "Delay"), "restart-delay");
    negative(Json.number(task, 0, "RestartPolicy", "Window"), "restart-window");
    // Where it is wrong, this is the one mistake that comes back as an internal error.
    new Constraints(task);
    image();
    healthcheck();
    templates();
    for (String config : new String[] {"UpdateConfig", "RollbackConfig"}) {
      negative(Json.number(spec, 0, config, "Delay"), "update-delay");
      negative(Json.number(spec, 0, config, "Monitor"), "update-monitor");
    }
    PortChecks.endpoint(spec);
    references("Secrets", "SecretID", "SecretName", "secret", cluster.secrets);
    references("Configs", "ConfigID", "ConfigName", "config", cluster.configs);
    mode();
  }

  static void name(String name) {
    if (name.isEmpty()) {
      throw EngineError.invalidArgument("meta: name must be provided");
    }
    if (!NAME.matcher(name).matches()) {
      throw EngineError.invalidArgument("name must be valid as a DNS name component");
    }
    if (name.length() > 63) {
      throw EngineError.invalidArgument("name must be 63 characters or fewer");
    }
  }

  private void resources(String kind) {
    long cpus = Json.number(task, 0, "Resources", kind, "NanoCPUs");
    if (cpus != 0 && cpus < MIN_CPU) {
      throw EngineError.invalidArgument(
          "invalid cpu value "
              + new java.math.BigDecimal(cpus).movePointLeft(9).stripTrailingZeros()
              + ": Must be at least 0.001");
    }
    long memory = Json.number(task, 0, "Resources", kind, "MemoryBytes");
    if (memory != 0 && memory < MIN_MEMORY) {
      throw EngineError.invalidArgument(
          "invalid memory value " + memory + ": Must be at least 4MiB");
    }
  }

  private static void negative(long nanos, String what) {
    if (nanos < 0) {
      throw EngineError.invalidArgument("TaskSpec: " + what + " cannot be negative");
    }
  }

  private void image() {
    String image = Json.string(container, "Image");
    if (image.isEmpty()) {
      throw EngineError.invalidArgument("ContainerSpec: image reference must be provided");
    }
    if (!IMAGE.matcher(image).matches()) {
      throw EngineError.invalidArgument(
          "ContainerSpec: \"" + image + "\" is not a valid repository/tag");
    }
  }

  private void healthcheck() {
    for (String name : new String[] {"Interval", "Timeout", "StartPeriod", "StartInterval"}) {
      long nanos = Json.number(container, 0, "Healthcheck", name);
      if (nanos != 0 && nanos < MILLISECOND) {
        throw EngineError.invalidArgument(
            "ContainerSpec: " + name + " in HealthConfig cannot be less than 1ms");
      }
    }
    if (Json.number(container, 0, "Healthcheck", "Retries") < 0) {
      throw EngineError.invalidArgument(
          "ContainerSpec: Retries in HealthConfig cannot be negative");
    }
  }

  private void templates() {
    container.path("Env").forEach(env -> template(env.asText(), "env"));
    template(Json.string(container, "Hostname"), "hostname");
    container.path("Mounts").forEach(mount -> template(Json.string(mount, "Source"), "mount"));
  }

  private static void template(String text, String what) {
    if (text.contains("{{") && !text.matches("(?s).*\\{\\{[^{}]+}}.*")) {
      throw EngineError.invalidArgument("expanding " + what + " failed: template: " + text);
    }
  }

  private void references(
      String list, String idMember, String nameMember, String kind, Map<String, Blob> known) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (JsonNode reference : container.path(list)) {
      String id = Json.string(reference, idMember);
      String name = Json.string(reference, nameMember);
      if (id.isEmpty() || name.isEmpty()) {
        throw EngineError.invalidArgument("malformed " + kind + " reference");
      }
      String target = Json.string(reference, "File", "Name");
      String other = target.isEmpty() ? null : targets.put(target, name);
      if (other != null) {
        throw EngineError.invalidArgument(
            kind
                + " references '"
                + other
                + "' and '"
                + name
                + "' have a conflicting target: '"
                + target
                + "'");
      }
      Blob there = known.get(id);
      if (there == null || !there.name().equals(name)) {
        throw EngineError.invalidArgument(kind + " not found: " + name);
      }
    }
  }

  private void mode() {
    boolean job = Service.mode(spec).endsWith("Job");
    boolean updates =
        Json.at(spec, "UpdateConfig").isObject() || Json.at(spec, "RollbackConfig").isObject();
    if (job && updates) {
      throw EngineError.invalidArgument("Jobs may not have an update config");
    }
    if (Json.number(spec, 0, "Mode", "Replicated", "Replicas") < 0) {
      throw EngineError.invalidArgument("Number of replicas must be non-negative");
    }
  }
}
