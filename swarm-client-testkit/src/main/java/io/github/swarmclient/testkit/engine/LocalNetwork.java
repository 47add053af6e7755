package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network of one engine. */
final class LocalNetwork implements AnyNetwork {
  /** What every engine has, and the drivers of these. */
  private static final Map<String, String> PREDEFINED =
      Map.of("bridge", "bridge", "host", "host", "none", "null");

  private static final List<String> DRIVERS = List.of("bridge", "ipvlan", "macvlan");

  private final String id;
  private final Instant createdAt;
  private final ObjectNode request;
  private final int number;
  private int addresses = 1;

  private LocalNetwork(String id, Instant createdAt, ObjectNode request, int number) {
    this.id = id;
    this.createdAt = createdAt;
    this.request = request;
    this.number = number;
  }

  static boolean isPredefined(String name) {
    return PREDEFINED.containsKey(name);
  }

  /** Returns the networks that an engine begins with, by name. */
  static Map<String, LocalNetwork> predefined(Host host) {
    Map<String, LocalNetwork> networks = new LinkedHashMap<>();
    for (String name : List.of("bridge", "host", "none")) {
      ObjectNode request = Json.object().put("Name", name).put("Driver", PREDEFINED.get(name));
      String id = Images.sha256(host.hostname() + name);
      Instant created = Instant.parse("2026-11-23T00:00:00Z");
      networks.put(name, new LocalNetwork(id, created, request, networks.size() + 17));
    }
    return networks;
  }

  static LocalNetwork create(Call call, ObjectNode request) {
    if (Json.string(request, "Driver").isEmpty()) {
      request.put("Driver", "bridge");
    }
    String driver = Json.string(request, "Driver");
    if (!DRIVERS.contains(driver)) {
      throw EngineError.of(404, "plugin \"" + driver + "\" not found");
    }
    Map<String, LocalNetwork> all = call.host().localNetworks();
    LocalNetwork network =
        new LocalNetwork(
            call.world().ids().hex64(), call.world().time().now(), request, all.size() + 17);
    all.put(network.name(), network);
    return network;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return Json.string(request, "Name");
  }

  @Override
  public Instant createdAt() {
    return createdAt;
  }

  @Override
  public ObjectNode labels() {
    return Json.child(request, "Labels");
  }

  @Override
  public boolean swarmScoped() {
    return false;
  }

  @Override
  public boolean attachable() {
    return true;
  }

  @Override
  public boolean builtIn() {
    return isPredefined(name());
  }

  private boolean addressed() {
    return !builtIn() || name().equals("bridge");
  }

  private JsonNode asked() {
    return Json.at(request, "IPAM", "Config").path(0);
  }

  private String subnet() {
    String asked = Json.string(asked(), "Subnet");
    return asked.isEmpty() ? "172." + number + ".0.0/16" : asked;
  }

  @Override
  public String gateway() {
    String asked = Json.string(asked(), "Gateway");
    return asked.isEmpty() ? subnet().replaceFirst("\\d+/.*$", "1") : asked;
  }

  @Override
  public String address() {
    addresses++;
    return subnet().replaceFirst("\\d+/", addresses % 250 + 2 + "/");
  }

  @Override
  public ObjectNode json(Call call) {
    ObjectNode node = Json.object();
    node.put("Name", name());
    node.put("Id", id);
    node.put("Created", Json.time(createdAt));
    node.put("Scope", "local");
    node.put("Driver", Json.string(request, "Driver"));
    if (!call.before(48)) {
      node.put("EnableIPv4", true);
    }
    node.put("EnableIPv6", Json.flag(request, "EnableIPv6"));
    ObjectNode ipam = node.putObject("IPAM").put("Driver", "default");
    ipam.putNull("Options");
    if (addressed()) {
      ipam.putArray("Config").addObject().put("Subnet", subnet()).put("Gateway", gateway());
    } else {
      ipam.putNull("Config");
    }
    node.put("Internal", Json.flag(request, "Internal"));
    node.put("Attachable", Json.flag(request, "Attachable"));
    node.put("Ingress", false);
    node.putObject("ConfigFrom").put("Network", "");
    node.put("ConfigOnly", false);
    node.putObject("Containers");
    node.set(
        "Options", request.path("Options").isObject() ? request.get("Options") : Json.object());
    node.set("Labels", labels());
    return node.deepCopy();
  }

  @Override
  public @Nullable EngineError user(Call call) {
    return NetworkConnections.connected(call.host(), id)
        ? EngineError.of(
            403, "error while removing network: network " + name() + " has active endpoints")
        : null;
  }

  @Override
  public void remove(Call call) {
    call.host().localNetworks().remove(name());
  }
}
