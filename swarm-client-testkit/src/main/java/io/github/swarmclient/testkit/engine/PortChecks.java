package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for published ports: within one service, and among all of them. */
final class PortChecks {
  private PortChecks() {}

  /** Checks what a service publishes, taken by itself. */
  static void endpoint(ObjectNode spec) {
    boolean dnsrr = Json.string(spec, "EndpointSpec", "Mode").equals("dnsrr");
    Set<String> seen = new HashSet<>();
    for (JsonNode port : Json.at(spec, "EndpointSpec", "Ports")) {
      if (dnsrr && !host(port)) {
        throw EngineError.invalidArgument(
            "EndpointSpec: port published with ingress mode can't be used with dnsrr mode");
      }
      if (published(port) != 0 && !seen.add(key(port) + "/" + host(port))) {
        throw EngineError.invalidArgument("EndpointSpec: duplicate published ports provided");
      }
    }
  }

  /** Checks what a service publishes against all other services. */
  static void run(Cluster cluster, ObjectNode spec, @Nullable Service self) {
    for (JsonNode port : Json.at(spec, "EndpointSpec", "Ports")) {
      if (published(port) != 0) {
        for (Service other : cluster.services.values()) {
          if (other != self) {
            against(port, other, other.ports);
            against(port, other, Json.at(other.spec, "EndpointSpec", "Ports"));
          }
        }
      }
    }
  }

  private static void against(JsonNode port, Service other, JsonNode theirs) {
    for (JsonNode taken : theirs) {
      // Two ports of hosts can be the same: the scheduler keeps them apart.
      if (key(taken).equals(key(port)) && !(host(taken) && host(port))) {
        throw EngineError.invalidArgument(
            "port '"
                + published(port)
                + "' is already in use by service '"
                + other.name()
                + "' ("
                + other.id
                + ") as "
                + (host(taken) ? "a host-published port" : "an ingress port"));
      }
    }
  }

  private static boolean host(JsonNode port) {
    return Json.string(port, "PublishMode").equals("host");
  }

  private static long published(JsonNode port) {
    return Json.number(port, 0, "PublishedPort");
  }

  private static String key(JsonNode port) {
    return published(port) + "/" + Json.string(port, "Protocol");
  }
}
