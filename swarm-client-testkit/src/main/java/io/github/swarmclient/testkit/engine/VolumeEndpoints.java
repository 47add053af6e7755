package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes of one engine and, from API 1.42 on, the cluster volumes of the swarm. */
final class VolumeEndpoints {
  private static final Set<String> FILTERS = Set.of("dangling", "driver", "label", "name");
  private static final Set<String> PRUNE_FILTERS = Set.of("all", "label", "label!");
  private static final String ANONYMOUS = "com.docker.volume.anonymous";

  private VolumeEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/volumes", VolumeEndpoints::list);
    router.add("POST", "/volumes/create", VolumeEndpoints::create);
    router.add("POST", "/volumes/prune", VolumeEndpoints::prune);
    router.add("GET", "/volumes/*", VolumeEndpoints::inspect);
    router.add("PUT", "/volumes/*", VolumeEndpoints::update);
    router.add("DELETE", "/volumes/*", VolumeEndpoints::remove);
  }

  /** Makes the volumes that a container mounts, as far as they are not there. */
  static void mount(Container container) {
    for (JsonNode mount : container.task.containerSpec().path("Mounts")) {
      String source = Json.string(mount, "Source");
      if (Json.string(mount, "Type").equals("volume") && !source.isEmpty()) {
        container
            .host
            .volumes()
            .computeIfAbsent(source, name -> local(container.host, name, Json.object()));
      }
    }
  }

  private static Map<String, ClusterVolume> swarm(Call call) {
    Cluster cluster = call.host().membership().cluster;
    boolean manager = !call.before(42) && call.host().membership().isManager();
    return manager && cluster != null ? cluster.volumes : Map.of();
  }

  private static Reply list(Call call) {
    Filters filters = new Filters(call, FILTERS);
    ArrayNode volumes = Json.array();
    for (ObjectNode volume : call.host().volumes().values()) {
      add(volumes, filters, volume, users(call.host(), Json.string(volume, "Name")).isEmpty());
    }
    for (ClusterVolume volume : swarm(call).values()) {
      add(volumes, filters, volume.json(), false);
    }
    ObjectNode node = Json.object();
    node.set("Volumes", volumes);
    node.putNull("Warnings");
    return Reply.ok(node);
  }

  private static void add(ArrayNode volumes, Filters filters, ObjectNode volume, boolean unused) {
    if (filters.any("name", Json.string(volume, "Name")::contains)
        && filters.any("driver", Json.string(volume, "Driver")::equals)
        && filters.any("dangling", value -> unused == List.of("true", "1").contains(value))
        && filters.labels("label", Json.stringMap(volume.path("Labels")))) {
      volumes.add(volume);
    }
  }

  private static Reply create(Call call) {
    ObjectNode request = call.json();
    if (Json.at(request, "ClusterVolumeSpec").isObject() && !call.before(42)) {
      Cluster cluster = call.cluster();
      return Reply.json(201, ClusterVolume.create(cluster, request).json());
    }
    String driver = Json.string(request, "Driver");
    String asked = Json.string(request, "Name");
    if (!List.of("", "local").contains(driver)) {
      throw EngineError.of(
          404,
          "create "
              + asked
              + ": error looking up volume plugin "
              + driver
              + ": plugin \""
              + driver
              + "\" not found");
    }
    if (asked.length() == 1) {
      throw EngineError.invalid(
          "create "
              + asked
              + ": volume name is too short, names should be at least two alphanumeric characters");
    }
    if (!asked.isEmpty() && !asked.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")) {
      throw EngineError.invalid(
          "create "
              + asked
              + ": \""
              + asked
              + "\" includes invalid characters for a local volume"
              + " name, only \"[a-zA-Z0-9][a-zA-Z0-9_.-]\" are allowed. If you intended to pass a"
              + " host directory, use absolute path");
    }
    if (asked.isEmpty()) {
      Json.child(request, "Labels").put(ANONYMOUS, "");
    }
    String name = asked.isEmpty() ? call.world().ids().hex64() : asked;
    // Creating a volume that is there is no mistake, and gives the one that is there.
    ObjectNode volume =
        call.host().volumes().computeIfAbsent(name, any -> local(call.host(), name, request));
    return Reply.json(201, volume);
  }

  private static ObjectNode local(Host host, String name, ObjectNode request) {
    ObjectNode volume = Json.object();
    volume.put("CreatedAt", Json.time(host.world().time().now()));
    volume.put("Driver", "local");
    orNull(volume, "Labels", request.get("Labels"));
    volume.put("Mountpoint", "/var/lib/docker/volumes/" + name + "/_data");
    volume.put("Name", name);
    orNull(volume, "Options", request.get("DriverOpts"));
    volume.put("Scope", "local");
    return volume;
  }

  private static void orNull(ObjectNode volume, String name, @Nullable JsonNode value) {
    if (value instanceof ObjectNode there && !there.isEmpty()) {
      volume.set(name, there.deepCopy());
    } else {
      volume.putNull(name);
    }
  }

  private static Reply inspect(Call call) {
    ObjectNode volume = call.host().volumes().get(call.arg(0));
    return Reply.ok(volume != null ? volume : find(call).json());
  }

  private static ClusterVolume find(Call call) {
    try {
      return Lookup.find(swarm(call), "volume", call.arg(0));
    } catch (EngineError e) {
      throw e.status() == 404 ? missing(call) : e;
    }
  }

  private static EngineError missing(Call call) {
    return EngineError.of(404, "get " + call.arg(0) + ": no such volume");
  }

  private static Reply update(Call call) {
    ObjectNode request = call.json();
    call.cluster();
    long version = call.query().version("volume");
    ClusterVolume volume = find(call);
    if (!volume.id.equals(call.arg(0))) {
      // This one endpoint does not know them by their names.
      throw EngineError.of(404, "volume " + call.arg(0) + " not found");
    }
    Cluster.expectVersion(volume, version);
    volume.makeAvailable(Json.string(request, "Spec", "Availability"));
    call.cluster().touch(volume);
    return Reply.empty(200);
  }

  private static Reply remove(Call call) {
    boolean force = call.query().lenient("force");
    String name = call.arg(0);
    if (call.host().volumes().containsKey(name)) {
      List<String> users = users(call.host(), name);
      if (!users.isEmpty()) {
        throw EngineError.of(409, "remove " + name + ": volume is in use - " + users);
      }
      call.host().volumes().remove(name);
      return Reply.empty(204);
    }
    try {
      ClusterVolume volume = find(call);
      if (volume.inUse(call.cluster()) && !force) {
        throw EngineError.refused("volume is still in use");
      }
      call.cluster().volumes.remove(volume.id);
    } catch (EngineError e) {
      if (!force || e.status() != 404) {
        throw e;
      }
    }
    return Reply.empty(204);
  }

  /** Returns the containers of an engine that mount a volume. */
  private static List<String> users(Host host, String volume) {
    return host.containers().values().stream()
        .filter(container -> ClusterVolume.mounts(container.task.spec, "volume", volume))
        .map(container -> container.id)
        .toList();
  }

  private static Reply prune(Call call) {
    Filters filters = new Filters(call, PRUNE_FILTERS);
    // Up to API 1.41 a name does not save a volume.
    boolean named = call.before(42) || (filters.has("all") && filters.any("all", "true"::equals));
    ObjectNode report = Json.object();
    ArrayNode deleted = report.putArray("VolumesDeleted");
    for (ObjectNode volume : List.copyOf(call.host().volumes().values())) {
      Map<String, String> labels = Json.stringMap(volume.path("Labels"));
      String name = Json.string(volume, "Name");
      if ((named || labels.containsKey(ANONYMOUS))
          && filters.wants(labels)
          && users(call.host(), name).isEmpty()) {
        call.host().volumes().remove(name);
        deleted.add(name);
      }
    }
    if (deleted.isEmpty()) {
      report.putNull("VolumesDeleted");
    }
    return Reply.ok(report.put("SpaceReclaimed", 0));
  }
}
