package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What an engine tells of itself. */
final class SystemEndpoints {
  private SystemEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/_ping", SystemEndpoints::ping);
    router.add("HEAD", "/_ping", SystemEndpoints::ping);
    router.add("GET", "/version", SystemEndpoints::version);
    router.add("GET", "/info", SystemEndpoints::info);
    router.add("GET", "/events", EventFeed::open);
    router.add("POST", "/auth", SystemEndpoints::auth);
  }

  private static Reply ping(Call call) {
    byte[] ok = "OK".getBytes(StandardCharsets.UTF_8);
    Reply reply = Reply.bytes(200, "text/plain; charset=utf-8", ok);
    reply.with("Builder-Version", call.host().engineAtLeast(23) ? "2" : "1");
    reply.with("Cache-Control", "no-cache, no-store, must-revalidate");
    reply.with("Pragma", "no-cache");
    if (call.host().engineAtLeast(23)) {
      reply.with("Swarm", swarmState(call.host().membership()));
    }
    return reply;
  }

  private static String swarmState(Membership membership) {
    String state = membership.state.name().toLowerCase(Locale.ROOT);
    if (membership.state != Membership.State.ACTIVE) {
      return state;
    }
    return state + (membership.isManager() ? "/manager" : "/worker");
  }

  private static Reply version(Call call) {
    HostSettings host = call.host().settings();
    String newest = host.apiVersion().toString();
    String oldest = host.minApiVersion().toString();
    ObjectNode node = Json.object();
    node.putObject("Platform").put("Name", "Docker Engine - Community");
    ObjectNode engine = node.putArray("Components").addObject();
    engine.put("Name", "Engine").put("Version", host.engineVersion());
    engine
        .putObject("Details")
        .put("ApiVersion", newest)
        .put("Arch", goArch(host))
        .put("MinAPIVersion", oldest)
        .put("Os", "linux");
    node.put("Version", host.engineVersion());
    node.put("ApiVersion", newest);
    node.put("MinAPIVersion", oldest);
    node.put("GitCommit", "embedded");
    node.put("GoVersion", "go1.24.9");
    node.put("Os", "linux");
    node.put("Arch", goArch(host));
    node.put("KernelVersion", "6.12.0");
    node.put("BuildTime", "2026-11-23T00:00:00.000000000+00:00");
    return Reply.ok(node);
  }

  private static String goArch(HostSettings host) {
    return switch (host.arch()) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> host.arch();
    };
  }

  private static Reply info(Call call) {
    Host host = call.host();
    HostSettings settings = host.settings();
    ObjectNode node = Json.object();
    long running = host.containers().values().stream().filter(Container::running).count();
    node.put("ID", host.engineId());
    node.put("Containers", host.containers().size());
    node.put("ContainersRunning", running);
    node.put("ContainersPaused", 0);
    node.put("ContainersStopped", host.containers().size() - running);
    node.put("Images", host.images().names().size());
    node.put("Driver", "overlay2");
    node.put("LoggingDriver", "json-file");
    node.put("SystemTime", Json.nanos(call.world().now()));
    node.put("KernelVersion", "6.12.0");
    node.put("OperatingSystem", "Embedded");
    node.put("OSType", "linux");
    node.put("Architecture", settings.arch());
    node.put("NCPU", settings.nanoCpus() / 1_000_000_000L);
    node.put("MemTotal", settings.memory());
    node.put("Name", host.hostname());
    ArrayNode labels = node.putArray("Labels");
    settings.labels().forEach((key, value) -> labels.add(key + "=" + value));
    node.put("ExperimentalBuild", false);
    node.put("ServerVersion", settings.engineVersion());
    node.set("Swarm", swarm(host));
    node.putNull("Warnings");
    return Reply.ok(node);
  }

  private static ObjectNode swarm(Host host) {
    Membership membership = host.membership();
    Cluster cluster = membership.cluster;
    ObjectNode node = Json.object();
    boolean active = membership.state == Membership.State.ACTIVE;
    node.put("NodeID", active ? membership.nodeId : "");
    node.put("NodeAddr", active ? host.address() : "");
    node.put("LocalNodeState", membership.state.name().toLowerCase(Locale.ROOT));
    node.put("ControlAvailable", active && membership.isManager());
    node.put("Error", membership.error);
    if (!active || cluster == null) {
      node.putNull("RemoteManagers");
      return node;
    }
    ArrayNode managers = node.putArray("RemoteManagers");
    for (Node manager : membership.remoteManagers()) {
      managers.addObject().put("NodeID", manager.id).put("Addr", manager.host.address() + ":2377");
    }
    Node self = membership.node();
    if (self != null && self.manager) {
      if (cluster.raft.follows(self)) {
        node.put("Nodes", cluster.nodes.size());
        node.put("Managers", cluster.managers().size());
        node.set("Cluster", cluster.swarm.info(cluster));
      } else {
        node.put("Error", EngineError.noLeader().text());
      }
    }
    return node;
  }

  private static Reply auth(Call call) {
    ObjectNode login = call.json();
    String registry = Json.string(login, "serveraddress");
    if (!call.world().images().admits(registry, login)) {
      throw EngineError.of(
          401,
          "Get \"https://" + registry + "/v2/\": unauthorized: incorrect username or password");
    }
    return Reply.ok(Json.object().put("IdentityToken", "").put("Status", "Login Succeeded"));
  }
}
