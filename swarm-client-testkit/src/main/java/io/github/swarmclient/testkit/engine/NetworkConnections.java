package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which containers are on which network, besides what services say. */
final class NetworkConnections {
  private static final Set<String> PRUNE_FILTERS = Set.of("label", "label!", "until");

  private NetworkConnections() {}

  static void register(Router router) {
    router.add("POST", "/networks/prune", NetworkConnections::prune);
    router.add("POST", "/networks/*/connect", NetworkConnections::connect);
    router.add("POST", "/networks/*/disconnect", NetworkConnections::disconnect);
  }

  private static Reply connect(Call call) {
    ObjectNode request = call.json();
    AnyNetwork network = NetworkEndpoints.find(call);
    Container container = ContainerEndpoints.find(call.host(), Json.string(request, "Container"));
    if (network.swarmScoped() && !network.attachable()) {
      throw EngineError.of(
          403,
          "Could not attach to network "
              + network.name()
              + ": rpc error: code = PermissionDenied desc = network "
              + network.name()
              + " not manually attachable");
    }
    if (container.networks.containsKey(network.id())) {
      throw EngineError.of(
          403,
          "endpoint with name "
              + container.task.name()
              + " already exists in network "
              + network.name());
    }
    ObjectNode endpoint =
        request.get("EndpointConfig") instanceof ObjectNode asked
            ? asked.deepCopy()
            : Json.object();
    String address = network.address();
    endpoint.put("NetworkID", network.id());
    endpoint.put("EndpointID", call.world().ids().hex64());
    endpoint.put("Gateway", network.gateway());
    endpoint.put("IPAddress", address.replaceFirst("/.*", ""));
    endpoint.put("IPPrefixLen", Integer.parseInt(address.replaceFirst(".*/", "")));
    container.networks.put(network.id(), new Container.Attached(network.name(), endpoint));
    return Reply.empty(200);
  }

  private static Reply disconnect(Call call) {
    ObjectNode request = call.json();
    AnyNetwork network = NetworkEndpoints.find(call);
    String ref = Json.string(request, "Container");
    boolean force = Json.flag(request, "Force");
    Container container = ContainerEndpoints.find(call.host(), ref);
    if (container.networks.remove(network.id()) == null && !force) {
      throw EngineError.of(
          500, "container " + container.id + " is not connected to network " + network.name());
    }
    return Reply.empty(200);
  }

  /** Returns whether a container of the engine was connected to the network. */
  static boolean connected(Host host, String networkId) {
    return host.containers().values().stream()
        .anyMatch(container -> container.networks.containsKey(networkId));
  }

  /** Returns the containers of the engine on a network, as an inspection shows them. */
  static ObjectNode containers(Host host, String networkId) {
    ObjectNode containers = Json.object();
    for (Container container : host.containers().values()) {
      Container.Attached attached = container.networks.get(networkId);
      if (attached != null) {
        show(
            containers,
            container,
            Json.string(attached.endpoint(), "EndpointID"),
            Json.string(attached.endpoint(), "IPAddress")
                + "/"
                + Json.number(attached.endpoint(), 24, "IPPrefixLen"));
      }
      for (JsonNode attachment : container.task.attachments) {
        if (Json.string(attachment, "Network", "ID").equals(networkId) && container.running()) {
          show(
              containers,
              container,
              Images.sha256(container.id + networkId),
              attachment.path("Addresses").path(0).asText());
        }
      }
    }
    return containers;
  }

  private static void show(ObjectNode all, Container container, String id, String address) {
    all.putObject(container.id)
        .put("Name", container.task.name())
        .put("EndpointID", id)
        .put("MacAddress", "02:42:0a:00:00:" + id.substring(0, 2))
        .put("IPv4Address", address)
        .put("IPv6Address", "");
  }

  private static Reply prune(Call call) {
    Filters filters = new Filters(call, PRUNE_FILTERS);
    ObjectNode report = Json.object();
    ArrayNode deleted = report.putArray("NetworksDeleted");
    Instant until = until(call, filters);
    for (AnyNetwork network : NetworkEndpoints.custom(call)) {
      if (filters.wants(Json.stringMap(network.labels()))
          && network.createdAt().isBefore(until)
          && network.user(call) == null) {
        network.remove(call);
        deleted.add(network.name());
      }
    }
    if (deleted.isEmpty()) {
      report.putNull("NetworksDeleted");
    }
    return Reply.ok(report);
  }

  private static Instant until(Call call, Filters filters) {
    Instant until = Instant.MAX;
    for (String text : filters.get("until")) {
      boolean ago = text.matches("\\d+[smh]");
      Instant at = null;
      if (ago) {
        String duration = "PT" + text.toUpperCase(java.util.Locale.ROOT);
        at = call.world().time().now().minus(Duration.parse(duration));
      } else {
        at = EventFeed.instant(text);
      }
      until = at != null && at.isBefore(until) ? at : until;
    }
    return until;
  }
}
