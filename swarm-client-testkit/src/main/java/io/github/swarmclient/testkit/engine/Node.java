package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A node of a swarm, as its managers know it. */
final class Node extends Stored {
  final Host host;
  private final String firstRole;
  private final String firstAvailability;
  private @Nullable ObjectNode spec;
  String state = "unknown";
  String message = "";

  /** Whether it takes part in the consensus, which it does a little later than it is asked to. */
  boolean manager;

  final RecentFailures failures = new RecentFailures();

  /** Engines forget, with the first change of a node, that it was accepted as a member. */
  String membership = "accepted";

  Node(String id, Instant createdAt, Host host, String role, String availability) {
    super(id, createdAt);
    this.host = host;
    this.firstRole = role;
    this.firstAvailability = availability.isEmpty() ? "active" : availability;
  }

  /** Returns what users have said of it. It is made when it is asked for, as no start needs it. */
  ObjectNode spec() {
    if (spec == null) {
      spec = Json.object();
      spec.putObject("Labels");
      spec.put("Role", firstRole).put("Availability", firstAvailability);
    }
    return spec;
  }

  void spec(ObjectNode changed) {
    spec = changed;
  }

  @Override
  String name() {
    return host.hostname();
  }

  String role() {
    return Json.string(spec(), "Role");
  }

  String availability() {
    return Json.string(spec(), "Availability");
  }

  boolean ready() {
    return state.equals("ready");
  }

  boolean active() {
    return ready() && availability().equals("active");
  }

  /** Returns whether its tasks have to run elsewhere. */
  boolean vacated() {
    return state.equals("down") || availability().equals("drain");
  }

  /** Returns whether the engine is there for the managers, and still takes itself for this node. */
  boolean alive() {
    return up() && (host.membership().cluster == null || host.membership().cluster.sees(host));
  }

  /** Returns whether the engine runs on a network, and still takes itself for this node. */
  boolean up() {
    return host.runs() && host.switches().responds() && host.membership().isActiveAs(id);
  }

  ObjectNode json(Cluster cluster) {
    ObjectNode node = meta();
    node.set("Spec", spec().deepCopy());
    node.set("Description", description(cluster));
    ObjectNode status = Json.child(node, "Status");
    status.put("State", state);
    if (!message.isEmpty()) {
      status.put("Message", message);
    }
    status.put("Addr", host.address());
    if (manager) {
      ObjectNode part = Json.child(node, "ManagerStatus");
      if (cluster.raft.leads(this)) {
        part.put("Leader", true);
      }
      part.put("Reachability", alive() ? "reachable" : "unreachable");
      part.put("Addr", host.address() + ":2377");
    }
    return node;
  }

  private ObjectNode description(Cluster cluster) {
    HostSettings settings = host.settings();
    ObjectNode description = Json.object();
    description.put("Hostname", host.hostname());
    Json.child(description, "Platform").put("Architecture", settings.arch()).put("OS", "linux");
    ObjectNode resources = Json.child(description, "Resources");
    resources.put("NanoCPUs", settings.nanoCpus()).put("MemoryBytes", settings.memory());
    for (GenericResource each : settings.genericResources()) {
      ObjectNode shown = resources.withArray("GenericResources").addObject();
      if (each.name().isEmpty()) {
        shown.putObject("DiscreteResourceSpec").put("Kind", each.kind()).put("Value", each.count());
      } else {
        shown.putObject("NamedResourceSpec").put("Kind", each.kind()).put("Value", each.name());
      }
    }
    ObjectNode engine = Json.child(description, "Engine");
    engine.put("EngineVersion", settings.engineVersion());
    if (!settings.labels().isEmpty()) {
      engine.set("Labels", Json.map(settings.labels()));
    }
    Plugins.show(engine.putArray("Plugins"));
    description.set("TLSInfo", cluster.tlsInfo());
    return description;
  }
}
