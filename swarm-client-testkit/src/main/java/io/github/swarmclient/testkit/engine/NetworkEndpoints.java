package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The networks: those every engine has, and the overlay networks of the swarm. */
final class NetworkEndpoints {
  private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");
  private static final Set<String> FILTERS =
      Set.of("dangling", "driver", "id", "label", "name", "scope", "type");
  private static final Pattern SUBNET =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}|[0-9a-fA-F:]+/\\d{1,3}");

  private NetworkEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/networks", NetworkEndpoints::list);
    router.add("POST", "/networks/create", NetworkEndpoints::create);
    router.add("GET", "/networks/*", NetworkEndpoints::inspect);
    router.add("DELETE", "/networks/*", NetworkEndpoints::remove);
  }

  /** Replaces the names of the networks of a service by their identifiers. */
  static void resolve(Cluster cluster, ObjectNode spec) {
    for (JsonNode attached : Json.at(spec, "TaskTemplate", "Networks")) {
      String target = Json.string(attached, "Target");
      Network network = cluster.networks.find(target);
      if (network == null) {
        if (target.equals("bridge")) {
          throw EngineError.of(
              403,
              "The network bridge cannot be used with services. Only networks scoped to the swarm"
                  + " can be used, such as those created with the overlay driver.");
        }
        if (!PREDEFINED.contains(target)) {
          throw EngineError.of(500, "network " + target + " not found");
        }
      } else if (network.ingress) {
        throw EngineError.invalidArgument(
            "Service cannot be explicitly attached to the ingress network \""
                + network.name()
                + "\"");
      } else if (attached instanceof ObjectNode object) {
        object.put("Target", network.id);
      }
    }
  }

  private static ObjectNode local(Call call, String name) {
    ObjectNode node = Json.object();
    node.put("Name", name);
    node.put("Id", Images.sha256(call.host().hostname() + name));
    node.put("Created", Json.time(java.time.Instant.parse("2026-11-23T00:00:00Z")));
    node.put("Scope", "local");
    node.put("Driver", name.equals("none") ? "null" : name);
    node.put("EnableIPv6", false);
    node.putObject("IPAM").put("Driver", "default").putNull("Options").putArray("Config");
    node.put("Internal", false);
    node.put("Attachable", false);
    node.put("Ingress", false);
    node.putObject("ConfigFrom").put("Network", "");
    node.put("ConfigOnly", false);
    node.putObject("Containers");
    node.putObject("Options");
    node.putObject("Labels");
    return node;
  }

  private static @Nullable Cluster swarm(Call call) {
    return call.host().membership().isManager() ? call.host().membership().cluster : null;
  }

  private static Reply list(Call call) {
    Filters filters = new Filters(call, FILTERS);
    ArrayNode array = Json.array();
    for (String name : List.of("bridge", "host", "none")) {
      add(array, filters, local(call, name), "builtin");
    }
    Cluster cluster = swarm(call);
    if (cluster != null) {
      boolean flag = !call.before(48);
      for (Network network : cluster.networks.all().values()) {
        add(array, filters, network.json(flag), network.ingress ? "builtin" : "custom");
      }
    }
    return Reply.ok(array);
  }

  private static void add(ArrayNode array, Filters filters, ObjectNode network, String type) {
    boolean fits =
        filters.any("id", Json.string(network, "Id")::startsWith)
            && filters.any("name", Json.string(network, "Name")::contains)
            && filters.any("scope", Json.string(network, "Scope")::equals)
            && filters.any("driver", Json.string(network, "Driver")::equals)
            && filters.any("type", type::equals)
            && filters.labels("label", Json.stringMap(network.path("Labels")));
    if (fits) {
      array.add(network);
    }
  }

  private static Reply create(Call call) {
    ObjectNode request = call.json();
    String name = Json.string(request, "Name");
    if (!Json.string(request, "Driver").equals("overlay")) {
      throw EngineError.of(501, "the embedded engine makes overlay networks only");
    }
    Cluster cluster = swarm(call);
    if (cluster == null) {
      throw EngineError.of(
          call.host().engineAtLeast(22) ? 403 : 500,
          "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to"
              + " connect this node to swarm and try again.");
    }
    checkSubnets(request);
    if (PREDEFINED.contains(name) || cluster.networks.find(name) != null) {
      throw EngineError.of(409, "network with name " + name + " already exists");
    }
    if (!Json.at(request, "Labels", "com.docker.swarm.predefined").isMissingNode()) {
      throw EngineError.swarm(
          EngineError.Code.PERMISSION_DENIED,
          "label com.docker.swarm.predefined is for internally created predefined networks and"
              + " cannot be applied by users");
    }
    boolean ingress = Json.flag(request, "Ingress");
    Network present = cluster.networks.ingress();
    if (ingress && present != null) {
      throw EngineError.swarm(
          EngineError.Code.ALREADY_EXISTS,
          "ingress network (" + present.id + ") is already present");
    }
    Network network = cluster.networks.create(request, ingress);
    return Reply.json(201, Json.object().put("Id", network.id).put("Warning", ""));
  }

  private static void checkSubnets(ObjectNode request) {
    for (JsonNode config : Json.at(request, "IPAM", "Config")) {
      String subnet = Json.string(config, "Subnet");
      if (!subnet.isEmpty() && !SUBNET.matcher(subnet).matches()) {
        throw EngineError.invalidArgument("ipam configuration: invalid subnet " + subnet);
      }
    }
  }

  private static Reply inspect(Call call) {
    String ref = call.arg(0);
    for (String name : PREDEFINED) {
      ObjectNode local = local(call, name);
      if (name.equals(ref) || Json.string(local, "Id").startsWith(ref)) {
        return Reply.ok(local);
      }
    }
    return Reply.ok(find(call).json(!call.before(48)));
  }

  private static Network find(Call call) {
    Cluster cluster = swarm(call);
    if (cluster == null) {
      throw EngineError.of(404, "network " + call.arg(0) + " not found");
    }
    return Lookup.find(cluster.networks.all(), "network", call.arg(0));
  }

  private static Reply remove(Call call) {
    if (PREDEFINED.contains(call.arg(0))) {
      throw EngineError.of(403, call.arg(0) + " is a pre-defined network and cannot be removed");
    }
    Network network = find(call);
    Cluster cluster = call.cluster();
    for (Service service : cluster.services.values()) {
      if (attached(service.taskSpec(), network)) {
        throw EngineError.refused("network " + network.id + " is in use by service " + service.id);
      }
      if (network.ingress && publishes(service)) {
        throw EngineError.refused(
            "ingress network cannot be removed because service " + service.id + " depends on it");
      }
    }
    for (Task task : cluster.tasks.values()) {
      if (attached(task.spec, network) && !task.state.ended()) {
        throw EngineError.refused("network " + network.id + " is in use by task " + task.id);
      }
    }
    cluster.networks.all().remove(network.id);
    cluster.emit("network", "remove", network, Map.of());
    return Reply.empty(204);
  }

  private static boolean attached(JsonNode taskSpec, Network network) {
    for (JsonNode attached : taskSpec.path("Networks")) {
      if (Json.string(attached, "Target").equals(network.id)) {
        return true;
      }
    }
    return false;
  }

  private static boolean publishes(Service service) {
    for (JsonNode port : service.ports) {
      if (!Json.string(port, "PublishMode").equals("host")) {
        return true;
      }
    }
    return false;
  }
}
