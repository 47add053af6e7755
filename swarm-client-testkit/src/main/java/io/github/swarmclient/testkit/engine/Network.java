package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An overlay network of a swarm. */
final class Network extends Stored {
  /** What it was created from. */
  final ObjectNode request;

  final boolean ingress;
  final int number;
  private int addresses = 1;

  Network(String id, Instant now, ObjectNode request, boolean ingress, int number) {
    super(id, now);
    this.request = request;
    this.ingress = ingress;
    this.number = number;
  }

  @Override
  String name() {
    return Json.string(request, "Name");
  }

  String subnet() {
    String asked = Json.string(Json.at(request, "IPAM", "Config").path(0), "Subnet");
    return asked.isEmpty() ? "10.0." + number + ".0/24" : asked;
  }

  String gateway() {
    String asked = Json.string(Json.at(request, "IPAM", "Config").path(0), "Gateway");
    return asked.isEmpty() ? subnet().replaceFirst("\\.\\d+/.*$", ".1") : asked;
  }

  /** Returns the next free address, with the length of the subnet's prefix. */
  String address() {
    addresses++;
    String prefix = subnet().replaceFirst("^.*/", "");
    String base = subnet().replaceFirst("\\.\\d+\\.\\d+/.*$", "");
    int third = Integer.parseInt(subnet().split("\\.", -1)[2]);
    return base + "." + (third + addresses / 254) + "." + (addresses % 254 + 1) + "/" + prefix;
  }

  /** Returns it as tasks show the networks they are attached to. */
  ObjectNode inTask() {
    ObjectNode node = meta();
    ObjectNode spec = node.putObject("Spec");
    spec.put("Name", name());
    spec.set("Labels", labels());
    spec.putObject("DriverConfiguration").put("Name", "overlay");
    if (ingress) {
      spec.put("Ingress", true);
    }
    if (Json.flag(request, "Attachable")) {
      spec.put("Attachable", true);
    }
    spec.put("Scope", "swarm");
    ObjectNode driver = node.putObject("DriverState");
    driver.put("Name", "overlay");
    driver
        .putObject("Options")
        .put("com.docker.network.driver.overlay.vxlanid_list", Integer.toString(4096 + number));
    ObjectNode ipam = node.putObject("IPAMOptions");
    ipam.putObject("Driver").put("Name", "default");
    ipam.putArray("Configs").addObject().put("Subnet", subnet()).put("Gateway", gateway());
    return node;
  }

  private ObjectNode labels() {
    return request.get("Labels") instanceof ObjectNode there ? there.deepCopy() : Json.object();
  }

  /** Returns it as {@code GET /networks} shows it. */
  ObjectNode json(boolean dualStackFlag) {
    ObjectNode node = Json.object();
    node.put("Name", name());
    node.put("Id", id);
    node.put("Created", Json.time(createdAt));
    node.put("Scope", "swarm");
    node.put("Driver", "overlay");
    if (dualStackFlag) {
      node.put("EnableIPv4", true);
    }
    node.put("EnableIPv6", Json.flag(request, "EnableIPv6"));
    ObjectNode ipam = node.putObject("IPAM");
    ipam.put("Driver", "default");
    ipam.putNull("Options");
    ipam.putArray("Config").addObject().put("Subnet", subnet()).put("Gateway", gateway());
    node.put("Internal", Json.flag(request, "Internal"));
    node.put("Attachable", Json.flag(request, "Attachable"));
    node.put("Ingress", ingress);
    node.putObject("ConfigFrom").put("Network", "");
    node.put("ConfigOnly", false);
    node.putNull("Containers");
    ObjectNode options = node.putObject("Options");
    options.put("com.docker.network.driver.overlay.vxlanid_list", Integer.toString(4096 + number));
    if (request.get("Options") instanceof ObjectNode asked) {
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
}
