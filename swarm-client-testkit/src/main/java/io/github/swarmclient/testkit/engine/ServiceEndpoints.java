package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of a swarm. */
final class ServiceEndpoints {
  private ServiceEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/services", ServiceEndpoints::list);
    router.add("POST", "/services/create", ServiceEndpoints::create);
    router.add("GET", "/services/*", ServiceEndpoints::inspect);
    router.add("POST", "/services/*/update", ServiceEndpoints::update);
    router.add("DELETE", "/services/*", ServiceEndpoints::remove);
    router.add("GET", "/services/*/logs", LogFeed::ofService);
  }

  private static Reply list(Call call) {
    Cluster cluster = call.cluster();
    Filters filters = new Filters(call, Set.of("id", "name", "label", "mode", "runtime"));
    String asked = call.query().get("status");
    boolean status =
        !call.before(41) && call.query().strict("status", "invalid value for status: " + asked);
    ArrayNode array = Json.array();
    for (Service service : cluster.services.values()) {
      if (filters.fit(service)
          && filters.labels("label", Json.stringMap(service.labels()))
          && filters.any("runtime", "container"::equals)
          && filters.any("mode", word(service.mode())::equals)) {
        ObjectNode node = service.json();
        if (status) {
          node.set("ServiceStatus", status(cluster, service));
        }
        array.add(node);
      }
    }
    return Reply.ok(array);
  }

  private static String word(String mode) {
    return switch (mode) {
      case "Global" -> "global";
      case "ReplicatedJob" -> "replicated-job";
      case "GlobalJob" -> "global-job";
      default -> "replicated";
    };
  }

  private static ObjectNode status(Cluster cluster, Service service) {
    List<Task> tasks =
        cluster.tasksOf(service).stream()
            .filter(task -> !service.job() || task.iteration == service.iteration)
            .toList();
    long running =
        tasks.stream()
            .filter(task -> task.state == TaskState.RUNNING)
            .filter(task -> !task.desired.after(TaskState.COMPLETE))
            .count();
    long completed = tasks.stream().filter(task -> task.state == TaskState.COMPLETE).count();
    long wanted = tasks.stream().filter(t -> !t.desired.after(TaskState.COMPLETE)).count();
    long desired =
        switch (service.mode()) {
          case "Replicated" -> service.replicas();
          case "ReplicatedJob" ->
              Json.number(service.spec, 1, "Mode", "ReplicatedJob", "MaxConcurrent");
          case "GlobalJob" -> tasks.stream().filter(ServiceEndpoints::isAwaited).count();
          default -> wanted;
        };
    return Json.object()
        .put("RunningTasks", running)
        .put("DesiredTasks", desired)
        .put("CompletedTasks", service.job() ? completed : 0);
  }

  private static boolean isAwaited(Task task) {
    return task.desired == TaskState.COMPLETE && task.state != TaskState.COMPLETE;
  }

  private static Reply create(Call call) {
    ObjectNode sent = call.json();
    String auth = call.header("X-Registry-Auth");
    OlderVersions.strip(call, sent);
    Cluster cluster = call.cluster();
    ObjectNode spec = prepare(call, cluster, sent);
    new SpecChecks(cluster, spec).run();
    PortChecks.run(cluster, spec, null);
    String name = Json.string(spec, "Name");
    if (cluster.services.values().stream().anyMatch(service -> service.name().equals(name))) {
      throw EngineError.swarm(
          EngineError.Code.ALREADY_EXISTS,
          "name conflicts with an existing object: service " + name + " already exists");
    }
    Service service = new Service(cluster.world.ids().swarmId(), cluster.now(), spec, auth);
    cluster.services.put(service.id, service);
    cluster.touch(service);
    service.specVersion = service.version;
    cluster.emit("service", "create", service, Map.of());
    ObjectNode reply = Json.object().put("ID", service.id);
    // Engine 20.10 leaves the member out.
    if (call.host().engineAtLeast(23)) {
      reply.putNull("Warnings");
    }
    return Reply.json(201, reply);
  }

  private static ObjectNode prepare(Call call, Cluster cluster, ObjectNode sent) {
    SpecShape.check(call.host(), sent);
    ObjectNode spec = sent.deepCopy();
    NetworkEndpoints.resolve(call, cluster, spec);
    SpecDefaults.complete(spec);
    if (Json.string(spec, "Name").isEmpty()) {
      // So it is in updates as well, where the made-up name then is a wish to rename.
      spec.put("Name", cluster.world.ids().name());
    }
    if (!call.world().keepsUnknownMembers()) {
      KnownMembers.prune(spec);
    }
    return spec;
  }

  private static Reply inspect(Call call) {
    String asked = call.query().get("insertDefaults");
    boolean defaults =
        call.query().strict("insertDefaults", "invalid value for insertDefaults: " + asked);
    Service service = Lookup.find(call.cluster().services, "service", call.arg(0));
    ObjectNode node = service.json();
    if (defaults) {
      SpecDefaults.insert(Json.child(node, "Spec"));
    }
    return Reply.ok(node);
  }

  private static Reply update(Call call) {
    ObjectNode sent = call.json();
    long version = call.query().version("service");
    OlderVersions.strip(call, sent);
    Cluster cluster = call.cluster();
    String rollback = call.query().get("rollback");
    ObjectNode spec = prepare(call, cluster, sent);
    Service service = Lookup.find(cluster.services, "service", call.arg(0));
    String auth = auth(call, service);
    if (!List.of("", "none", "previous").contains(rollback)) {
      throw EngineError.of(500, "unrecognized rollback option " + rollback);
    }
    new SpecChecks(cluster, spec).run();
    PortChecks.run(cluster, spec, service);
    checkUnchanged(service, spec);
    Cluster.expectVersion(service, version);
    if (rollback.equals("previous")) {
      rollBack(cluster, service);
    } else {
      write(cluster, service, spec, auth);
    }
    ObjectNode reply = Json.object();
    reply.putNull("Warnings");
    return Reply.ok(reply);
  }

  private static String auth(Call call, Service service) {
    String sent = call.header("X-Registry-Auth");
    String from = call.query().get("registryAuthFrom");
    if (!sent.isEmpty()) {
      return sent;
    }
    return switch (from) {
      case "", "spec" -> service.registryAuth;
      case "previous-spec" -> {
        if (service.previousSpec == null) {
          throw EngineError.of(500, "service does not have a previous spec");
        }
        yield service.previousAuth;
      }
      default -> throw EngineError.of(500, "unsupported registryAuthFrom value");
    };
  }

  private static void checkUnchanged(Service service, ObjectNode spec) {
    if (!service.name().equals(Json.string(spec, "Name"))) {
      throw EngineError.swarm(EngineError.Code.UNIMPLEMENTED, "renaming services is not supported");
    }
    if (!service.mode().equals(Service.mode(spec))) {
      throw EngineError.swarm(EngineError.Code.UNIMPLEMENTED, "service mode change is not allowed");
    }
  }

  private static void write(Cluster cluster, Service service, ObjectNode spec, String auth) {
    ObjectNode before = service.spec;
    service.previousSpec = before;
    service.previousAuth = service.registryAuth;
    service.spec = spec;
    service.registryAuth = auth;
    service.updateStatus = null;
    written(cluster, service, before, changes(before, spec));
  }

  private static void rollBack(Cluster cluster, Service service) {
    ObjectNode previous = service.previousSpec;
    if (previous == null) {
      throw EngineError.refused("service " + service.id + " does not have a previous spec");
    }
    ObjectNode before = service.spec;
    String state = service.updateState();
    String auth = service.registryAuth;
    service.previousSpec = before;
    service.spec = previous;
    service.registryAuth = service.previousAuth;
    service.previousAuth = auth;
    ObjectNode status = Json.object().put("State", "rollback_started");
    status.put("StartedAt", Json.time(cluster.now()));
    status.put("Message", "manually requested rollback");
    service.updateStatus = status;
    Map<String, String> changes = changes(before, service.spec);
    changes.putAll(service.updateStateSince(state));
    written(cluster, service, before, changes);
  }

  private static void written(
      Cluster cluster, Service service, ObjectNode before, Map<String, String> changes) {
    if (service.job()) {
      service.iteration++;
      service.lastExecution = cluster.now();
    }
    service.allocated =
        before.path("EndpointSpec").equals(service.spec.path("EndpointSpec"))
            && Json.at(before, "TaskTemplate", "Networks")
                .equals(Json.at(service.spec, "TaskTemplate", "Networks"));
    cluster.touch(service);
    service.specVersion = service.version;
    cluster.emit("service", "update", service, changes);
  }

  private static Map<String, String> changes(ObjectNode before, ObjectNode after) {
    Map<String, String> changes = new LinkedHashMap<>();
    change(changes, "image", before, after, "TaskTemplate", "ContainerSpec", "Image");
    change(changes, "replicas", before, after, "Mode", "Replicated", "Replicas");
    return changes;
  }

  private static void change(
      Map<String, String> changes, String key, ObjectNode before, ObjectNode after, String... at) {
    String old = Json.string(before, at);
    String now = Json.string(after, at);
    if (!old.equals(now)) {
      changes.put(key + ".old", old);
      changes.put(key + ".new", now);
    }
  }

  private static Reply remove(Call call) {
    Cluster cluster = call.cluster();
    Service service = Lookup.find(cluster.services, "service", call.arg(0));
    cluster.services.remove(service.id);
    if (!service.job() || cluster.removesJobs()) {
      cluster.tasksOf(service).forEach(task -> cluster.desire(task, TaskState.REMOVE));
    }
    cluster.emit("service", "remove", service, Map.of());
    cluster.wake();
    return Reply.empty(200);
  }
}
