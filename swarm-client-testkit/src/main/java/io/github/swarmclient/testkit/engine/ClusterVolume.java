package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A volume of the swarm. There is no CSI plug-in here: it is kept, and provides no storage. */
final class ClusterVolume extends Stored {
  private final ObjectNode request;

  private ClusterVolume(String id, Instant createdAt, ObjectNode request) {
    super(id, createdAt);
    this.request = request;
  }

  static ClusterVolume create(Cluster cluster, ObjectNode request) {
    check(cluster, request);
    Json.child(request, "Labels");
    ObjectNode spec = Json.child(request, "ClusterVolumeSpec");
    if (Json.string(spec, "Availability").isEmpty()) {
      spec.put("Availability", "active");
    }
    ClusterVolume volume = new ClusterVolume(cluster.world.ids().swarmId(), cluster.now(), request);
    cluster.volumes.put(volume.id, volume);
    cluster.touch(volume);
    return volume;
  }

  private static void check(Cluster cluster, ObjectNode request) {
    String name = Json.string(request, "Name");
    if (Json.string(request, "Driver").isEmpty()) {
      throw EngineError.invalidArgument("driver must be specified");
    }
    if (name.isEmpty()) {
      throw EngineError.invalidArgument("meta: name must be provided");
    }
    JsonNode access = Json.at(request, "ClusterVolumeSpec", "AccessMode");
    if (!access.isObject()) {
      throw EngineError.invalidArgument("AccessMode must not be nil");
    }
    if (!access.path("MountVolume").isObject() && !access.path("BlockVolume").isObject()) {
      throw EngineError.invalidArgument(
          "Volume AccessMode must specify either Mount or Block access type");
    }
    List<String> missing = new ArrayList<>();
    for (JsonNode secret : Json.at(request, "ClusterVolumeSpec", "Secrets")) {
      if (!cluster.secrets.containsKey(Json.string(secret, "Secret"))) {
        missing.add(Json.string(secret, "Secret"));
      }
    }
    if (!missing.isEmpty()) {
      throw EngineError.invalidArgument(
          (missing.size() == 1 ? "secret" : "secrets")
              + " not found: "
              + String.join(", ", missing));
    }
    if (cluster.volumes.values().stream().anyMatch(volume -> volume.name().equals(name))) {
      throw EngineError.swarm(
          EngineError.Code.ALREADY_EXISTS, "volume " + name + " already exists");
    }
  }

  @Override
  String name() {
    return Json.string(request, "Name");
  }

  /** Changes the availability, which is all that can be changed; other changes are dropped. */
  void makeAvailable(String availability) {
    if (!List.of("active", "pause", "drain").contains(availability)) {
      throw EngineError.invalidArgument("invalid volume availability: " + availability);
    }
    Json.child(request, "ClusterVolumeSpec").put("Availability", availability);
  }

  boolean inUse(Cluster cluster) {
    return cluster.tasks.values().stream()
        .anyMatch(task -> !task.state.ended() && mounts(task.spec, "cluster", name()));
  }

  /** Returns whether a task mounts a volume of the given type. */
  static boolean mounts(JsonNode taskSpec, String type, String source) {
    for (JsonNode mount : Json.at(taskSpec, "ContainerSpec", "Mounts")) {
      if (Json.string(mount, "Type").equals(type) && Json.string(mount, "Source").equals(source)) {
        return true;
      }
    }
    return false;
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    ObjectNode cluster = meta();
    cluster.set("Spec", Json.child(request, "ClusterVolumeSpec").deepCopy());
    node.set("ClusterVolume", cluster);
    node.put("CreatedAt", Json.time(createdAt));
    node.put("Driver", Json.string(request, "Driver"));
    node.set("Labels", Json.child(request, "Labels").deepCopy());
    node.put("Mountpoint", "");
    node.put("Name", name());
    JsonNode options = request.path("DriverOpts");
    node.set("Options", options.isObject() ? options.deepCopy() : Json.object());
    node.put("Scope", "global");
    return node;
  }
}
