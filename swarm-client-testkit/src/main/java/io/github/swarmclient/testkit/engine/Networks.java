package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The overlay networks of a swarm, and the ports and addresses that services get from it. */
final class Networks {
  /** Where the swarm begins to look for ports of its own choice. */
  private static final int FIRST_PORT = 30000;

  private final Cluster cluster;
  private final Map<String, Network> all = new LinkedHashMap<>();
  private final Map<String, Integer> turns = new HashMap<>();
  private int created;

  Networks(Cluster cluster) {
    this.cluster = cluster;
  }

  Map<String, Network> all() {
    return all;
  }

  /**
   * Adds a network.
   *
   * @param request null for the one that a swarm begins with
   */
  Network create(@Nullable ObjectNode request, boolean ingress) {
    String id = cluster.world.ids().swarmId();
    Network network = new Network(id, cluster.now(), request, ingress, created++, this);
    all.put(network.id, network);
    cluster.touch(network);
    cluster.emit("network", "create", network, Map.of());
    return network;
  }

  /** Returns the addresses of the n-th network, unless it was given some. */
  String subnet(int number) {
    ObjectNode pools = cluster.swarm.pools();
    String pool = pools.path("DefaultAddrPool").path(0).asText("10.0.0.0/8");
    return Addresses.subnet(pool, Json.number(pools, 24, "SubnetSize"), number);
  }

  @Nullable Network ingress() {
    return all.values().stream().filter(network -> network.ingress).findFirst().orElse(null);
  }

  /** Returns the network of the given identifier or name, or null. */
  @Nullable Network find(String ref) {
    Network network = all.get(ref);
    return network != null
        ? network
        : all.values().stream().filter(n -> n.name().equals(ref)).findFirst().orElse(null);
  }

  /** Returns how often a port was asked before; the mesh gives each request to the next task. */
  int turn(String port) {
    return turns.merge(port, 1, Integer::sum) - 1;
  }

  /** Gives a service the ports it has asked for, or free ones, and its virtual addresses. */
  void allocate(Service service) {
    JsonNode endpoint = Json.at(service.spec, "EndpointSpec");
    ArrayNode ports = Json.array();
    boolean mesh = false;
    for (JsonNode port : endpoint.path("Ports")) {
      ObjectNode open = port.deepCopy();
      if (!Json.string(port, "PublishMode").equals("host")) {
        mesh = true;
        if (Json.number(port, 0, "PublishedPort") == 0) {
          open.put("PublishedPort", free(service, open, ports));
        }
      }
      ports.add(open);
    }
    service.ports = ports;
    service.virtualIps =
        Json.string(endpoint, "Mode").equals("dnsrr") ? Json.array() : addresses(service, mesh);
    service.allocated = true;
    cluster.touch(service);
  }

  private ArrayNode addresses(Service service, boolean mesh) {
    ArrayNode addresses = Json.array();
    for (Network network : networksOf(service.taskSpec(), mesh)) {
      JsonNode kept = null;
      for (JsonNode before : service.virtualIps) {
        kept = Json.string(before, "NetworkID").equals(network.id) ? before : kept;
      }
      if (kept == null) {
        kept = Json.object().put("NetworkID", network.id).put("Addr", network.address());
      }
      addresses.add(kept);
    }
    return addresses;
  }

  private List<Network> networksOf(JsonNode taskSpec, boolean mesh) {
    List<Network> networks = new ArrayList<>();
    Network ingress = ingress();
    if (mesh && ingress != null) {
      networks.add(ingress);
    }
    for (JsonNode attached : taskSpec.path("Networks")) {
      Network network = find(Json.string(attached, "Target"));
      if (network != null) {
        networks.add(network);
      }
    }
    return networks;
  }

  private int free(Service service, JsonNode port, ArrayNode taken) {
    // A port of the swarm's own choice stays what it was.
    for (JsonNode before : service.ports) {
      if (same(before, port)) {
        return (int) Json.number(before, FIRST_PORT, "PublishedPort");
      }
    }
    int candidate = FIRST_PORT;
    while (used(candidate, taken)) {
      candidate++;
    }
    return candidate;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return Json.number(one, 0, "TargetPort") == Json.number(other, 0, "TargetPort")
        && Json.string(one, "Protocol").equals(Json.string(other, "Protocol"));
  }

  private boolean used(int candidate, ArrayNode taken) {
    List<JsonNode> all = new ArrayList<>();
    taken.forEach(all::add);
    cluster.services.values().forEach(service -> service.ports.forEach(all::add));
    return all.stream().anyMatch(port -> Json.number(port, 0, "PublishedPort") == candidate);
  }

  /** Gives a task its addresses. */
  void attach(Task task) {
    boolean mesh = false;
    if (task.endpointSpec != null) {
      for (JsonNode port : task.endpointSpec.path("Ports")) {
        mesh |= !Json.string(port, "PublishMode").equals("host");
      }
    }
    for (Network network : networksOf(task.spec, mesh)) {
      ObjectNode attachment = task.attachments.addObject();
      attachment.set("Network", network.inTask());
      attachment.putArray("Addresses").add(network.address());
    }
  }
}
