package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The networks: those every engine has, and the overlay networks of the swarm. */
final class NetworkEndpoints {
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
  static void resolve(Call call, Cluster cluster, ObjectNode spec) {
    for (JsonNode attached : Json.at(spec, "TaskTemplate", "Networks")) {
      String target = Json.string(attached, "Target");
      Network network = cluster.networks.find(target);
      if (network == null) {
        // These three are on every node.
        if (!List.of("bridge", "host", "none").contains(target)) {
          throw unfit(call, target);
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

  private static EngineError unfit(Call call, String target) {
    return call.host().localNetworks().containsKey(target)
        ? EngineError.of(
            403,
            "The network "
                + target
                + " cannot be used with services. Only networks scoped to the swarm can be used,"
                + " such as those created with the overlay driver.")
        : EngineError.of(500, "network " + target + " not found");
  }

  /** Returns the swarm, if the engine manages one. */
  private static @Nullable Cluster swarm(Call call) {
    return call.host().membership().isManager() ? call.host().membership().cluster : null;
  }

  /** Returns the networks the engine knows; a worker only knows those that its tasks are on. */
  private static List<AnyNetwork> all(Call call) {
    List<AnyNetwork> all = new ArrayList<>(call.host().localNetworks().values());
    Cluster cluster = call.host().membership().cluster;
    if (cluster != null) {
      for (Network network : cluster.networks.all().values()) {
        boolean here =
            network.ingress
                || call.host().membership().isManager()
                || !NetworkConnections.containers(call.host(), network.id).isEmpty();
        if (here) {
          all.add(network);
        }
      }
    }
    return all;
  }

  /** Returns the networks that users have made. */
  static List<AnyNetwork> custom(Call call) {
    return all(call).stream()
        .filter(network -> !network.builtIn())
        .filter(network -> !network.swarmScoped() || call.host().membership().isManager())
        .toList();
  }

  private static Reply list(Call call) {
    Filters filters = new Filters(call, FILTERS);
    ArrayNode array = Json.array();
    for (AnyNetwork network : all(call)) {
      boolean used = !NetworkConnections.containers(call.host(), network.id()).isEmpty();
      boolean dangles = !used && !network.builtIn();
      if (filters.any("dangling", value -> dangles == List.of("true", "1").contains(value))) {
        // The ingress network is one that somebody made, for who asks by type alone.
        String type = network.builtIn() && !network.swarmScoped() ? "builtin" : "custom";
        add(array, filters, network.json(call), type);
      }
    }
    return Reply.ok(array);
  }

  private static void add(ArrayNode array, Filters filters, ObjectNode network, String type) {
    boolean fits =
        filters.any("id", Json.string(network, "Id")::startsWith)
            && filters.any("name", name -> isNamed(network, name))
            && filters.any("scope", Json.string(network, "Scope")::equals)
            && filters.any("driver", Json.string(network, "Driver")::equals)
            && filters.any("type", type::equals)
            && filters.labels("label", Json.stringMap(network.path("Labels")));
    if (fits) {
      array.add(network);
    }
  }

  /** The swarm wants the whole of a name, an engine a part of it. */
  private static boolean isNamed(ObjectNode network, String asked) {
    String name = Json.string(network, "Name");
    boolean swarm = Json.string(network, "Scope").equals("swarm");
    return swarm ? name.equals(asked) : name.contains(asked);
  }

  private static Reply create(Call call) {
    ObjectNode request = call.json();
    String name = Json.string(request, "Name");
    if (name.isBlank()) {
      throw EngineError.invalid("invalid network name: name is empty");
    }
    boolean swarmScoped =
        Json.string(request, "Driver").equals("overlay")
            || Json.string(request, "Scope").equals("swarm");
    if (!swarmScoped) {
      return createLocal(call, request);
    }
    Cluster cluster = swarm(call);
    if (cluster == null) {
      throw EngineError.of(
          call.host().engineAtLeast(22) ? 403 : 500,
          "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to"
              + " connect this node to swarm and try again.");
    }
    call.cluster();
    checkSubnets(request);
    checkName(call, name);
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

  private static Reply createLocal(Call call, ObjectNode request) {
    checkSubnets(request);
    checkName(call, Json.string(request, "Name"));
    LocalNetwork network = LocalNetwork.create(call, request);
    return Reply.json(201, Json.object().put("Id", network.id()).put("Warning", ""));
  }

  private static void checkName(Call call, String name) {
    if (all(call).stream().anyMatch(network -> network.name().equals(name))) {
      throw EngineError.of(409, "network with name " + name + " already exists");
    }
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
    AnyNetwork network = find(call);
    ObjectNode node = network.json(call);
    ObjectNode containers = NetworkConnections.containers(call.host(), network.id());
    if (!containers.isEmpty()) {
      node.set("Containers", containers);
    }
    Cluster cluster = swarm(call);
    boolean verbose =
        call.query().strict("verbose", "invalid value for verbose: " + call.query().get("verbose"));
    if (verbose && network instanceof Network overlay && cluster != null) {
      overlay.describe(cluster, node);
    }
    return Reply.ok(node);
  }

  /** Returns the network that an identifier, a name, or the beginning of the former stands for. */
  static AnyNetwork find(Call call) {
    String ref = call.arg(0);
    String scope = call.query().get("scope");
    List<AnyNetwork> known =
        all(call).stream()
            .filter(n -> scope.isEmpty() || scope.equals(n.swarmScoped() ? "swarm" : "local"))
            .toList();
    List<Predicate<AnyNetwork>> ways =
        List.of(
            network -> network.id().equals(ref),
            network -> network.name().equals(ref),
            network -> network.id().startsWith(ref));
    for (Predicate<AnyNetwork> way : ways) {
      List<AnyNetwork> found = known.stream().filter(way).toList();
      if (found.size() > 1) {
        throw EngineError.invalid(
            "network " + ref + " is ambiguous (" + found.size() + " matches found)");
      }
      if (found.size() == 1) {
        return found.get(0);
      }
    }
    throw EngineError.of(404, "network " + ref + " not found");
  }

  private static Reply remove(Call call) {
    AnyNetwork network = find(call);
    if (network instanceof LocalNetwork && network.builtIn()) {
      throw EngineError.of(403, network.name() + " is a pre-defined network and cannot be removed");
    }
    EngineError refusal = network.user(call);
    if (refusal != null) {
      throw refusal;
    }
    network.remove(call);
    return Reply.empty(204);
  }
}
