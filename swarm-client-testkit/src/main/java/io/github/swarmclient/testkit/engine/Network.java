package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An overlay network of a swarm. */
final class Network extends Stored implements AnyNetwork {
  final boolean ingress;
  private final String name;
  private final int number;
  private final Networks networks;
  private @Nullable ObjectNode request;
  private int addresses = 1;

  Network(
      String id,
      Instant now,
      @Nullable ObjectNode request,
      boolean ingress,
      int number,
      Networks networks) {
    super(id, now);
    this.name = request == null ? "ingress" : Json.string(request, "Name");
    this.networks = networks;
    this.request = request;
    this.ingress = ingress;
    this.number = number;
  }

  /** Returns what it was created from. */
  private ObjectNode request() {
    if (request == null) {
      request = Json.object().put("Name", name);
    }
    return request;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Instant createdAt() {
    return createdAt;
  }

  @Override
  public boolean swarmScoped() {
    return true;
  }

  @Override
  public boolean attachable() {
    return Json.flag(request(), "Attachable");
  }

  @Override
  public boolean builtIn() {
    return ingress;
  }

  private String driver() {
    String asked = Json.string(request(), "Driver");
    return asked.isEmpty() ? "overlay" : asked;
  }

  String subnet() {
    String asked = Json.string(Json.at(request(), "IPAM", "Config").path(0), "Subnet");
    return asked.isEmpty() ? networks.subnet(number) : asked;
  }

  @Override
  public String gateway() {
    String asked = Json.string(Json.at(request(), "IPAM", "Config").path(0), "Gateway");
    return asked.isEmpty() ? Addresses.after(subnet(), 1) : asked;
  }

  @Override
  public String address() {
    addresses++;
    String subnet = subnet();
    return Addresses.after(subnet, addresses) + subnet.substring(subnet.indexOf('/'));
  }

  /** Returns it as tasks show the networks they are attached to. */
  ObjectNode inTask() {
    ObjectNode node = meta();
    ObjectNode spec = node.putObject("Spec");
    spec.put("Name", name());
    spec.set("Labels", labels());
    spec.putObject("DriverConfiguration").put("Name", driver());
    if (ingress) {
      spec.put("Ingress", true);
    }
    if (Json.flag(request(), "Attachable")) {
      spec.put("Attachable", true);
    }
    spec.put("Scope", "swarm");
    ObjectNode driver = node.putObject("DriverState");
    driver.put("Name", driver());
    driver
        .putObject("Options")
        .put("com.docker.network.driver.overlay.vxlanid_list", Integer.toString(4096 + number));
    ObjectNode ipam = node.putObject("IPAMOptions");
    ipam.putObject("Driver").put("Name", "default");
    ipam.putArray("Configs").addObject().put("Subnet", subnet()).put("Gateway", gateway());
    return node;
  }

  @Override
  public ObjectNode labels() {
    return request().get("Labels") instanceof ObjectNode there ? there.deepCopy() : Json.object();
  }

  /** Returns it as {@code GET /networks} shows it. */
  @Override
  public ObjectNode json(Call call) {
    ObjectNode node = Json.object();
    node.put("Name", name());
    node.put("Id", id);
    node.put("Created", Json.time(createdAt));
    node.put("Scope", "swarm");
    node.put("Driver", driver());
    if (!call.before(48)) {
      node.put("EnableIPv4", true);
    }
    node.put("EnableIPv6", Json.flag(request(), "EnableIPv6"));
    ObjectNode ipam = node.putObject("IPAM");
    ipam.put("Driver", "default");
    ipam.putNull("Options");
    ipam.putArray("Config").addObject().put("Subnet", subnet()).put("Gateway", gateway());
    node.put("Internal", Json.flag(request(), "Internal"));
    node.put("Attachable", Json.flag(request(), "Attachable"));
    node.put("Ingress", ingress);
    node.putObject("ConfigFrom").put("Network", "");
    node.put("ConfigOnly", false);
    node.putNull("Containers");
    ObjectNode options = node.putObject("Options");
    options.put("com.docker.network.driver.overlay.vxlanid_list", Integer.toString(4096 + number));
    if (request().get("Options") instanceof ObjectNode asked) {
      options.setAll(asked);
    }
    ObjectNode labels = labels();
    if (labels.isEmpty()) {
      node.putNull("Labels");
    } else {
      node.set("Labels", labels);
    }
    return node;
  }

  /** Adds the services and nodes that are on the network. */
  void describe(Cluster cluster, ObjectNode node) {
    ObjectNode services = Json.object();
    Set<Node> peers = new LinkedHashSet<>();
    for (Task task : cluster.tasks.values()) {
      for (JsonNode attachment : task.attachments) {
        Node there = cluster.nodeOf(task);
        if (Json.string(attachment, "Network", "ID").equals(id)
            && task.state == TaskState.RUNNING
            && there != null) {
          peers.add(there);
          describe(cluster, services, task, attachment, there);
        }
      }
    }
    node.set("Services", services);
    ArrayNode all = node.putArray("Peers");
    for (Node peer : peers) {
      String name = Images.sha256(peer.id).substring(0, 12);
      all.addObject().put("Name", name).put("IP", peer.host.address());
    }
  }

  private void describe(
      Cluster cluster, ObjectNode services, Task task, JsonNode attachment, Node there) {
    ObjectNode service = Json.child(services, task.serviceName);
    if (service.isEmpty()) {
      Service known = cluster.services.get(task.serviceId);
      String vip = "";
      for (JsonNode each : known == null ? Json.array() : known.virtualIps) {
        vip = Json.string(each, "NetworkID").equals(id) ? Json.string(each, "Addr") : vip;
      }
      service.put("VIP", vip.replaceFirst("/.*", ""));
      service.putArray("Ports");
      service.put("LocalLBIndex", 256 + services.size());
      service.putArray("Tasks");
    }
    if (service.get("Tasks") instanceof ArrayNode tasks) {
      ObjectNode shown = tasks.addObject();
      shown.put("Name", task.name());
      shown.put("EndpointID", Images.sha256(task.id + id));
      shown.put(
          "EndpointIP", attachment.path("Addresses").path(0).asText().replaceFirst("/.*", ""));
      shown.putObject("Info").put("Host IP", there.host.address());
    }
  }

  @Override
  public @Nullable EngineError user(Call call) {
    Cluster cluster = call.cluster();
    for (Service service : cluster.services.values()) {
      if (attached(service.taskSpec())) {
        return EngineError.refused("network " + id + " is in use by service " + service.id);
      }
      if (ingress && service.publishesThroughMesh()) {
        return EngineError.refused(
            "ingress network cannot be removed because service " + service.id + " depends on it");
      }
    }
    for (Task task : cluster.tasks.values()) {
      if (attached(task.spec) && !task.state.ended()) {
        return EngineError.refused("network " + id + " is in use by task " + task.id);
      }
    }
    for (Node node : cluster.nodes.values()) {
      if (NetworkConnections.connected(node.host, id)) {
        return EngineError.refused("network " + id + " is in use by task " + node.id);
      }
    }
    return null;
  }

  private boolean attached(JsonNode taskSpec) {
    for (JsonNode attached : taskSpec.path("Networks")) {
      if (Json.string(attached, "Target").equals(id)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void remove(Call call) {
    Cluster cluster = call.cluster();
    cluster.networks.all().remove(id);
    cluster.emit("network", "remove", this, Map.of());
  }
}
