package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** The tasks of a swarm. */
final class TaskEndpoints {
  private static final Set<String> FILTERS =
      Set.of("id", "name", "label", "service", "node", "desired-state", "runtime", "_up-to-date");

  private TaskEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/tasks", TaskEndpoints::list);
    router.add("GET", "/tasks/*", TaskEndpoints::inspect);
    router.add("GET", "/tasks/*/logs", LogFeed::ofTask);
  }

  private static Reply list(Call call) {
    Cluster cluster = call.cluster();
    Filters filters = new Filters(call, FILTERS);
    List<String> services =
        filters.get("service").stream()
            .map(ref -> Lookup.find(cluster.services, "service", ref).id)
            .toList();
    List<String> nodes =
        filters.get("node").stream()
            .map(ref -> Lookup.find(cluster.nodes, "node", ref).id)
            .toList();
    for (String state : filters.get("desired-state")) {
      if (TaskState.ofWord(state) == null) {
        throw EngineError.of(500, "Invalid desired-state filter: '" + state + "'");
      }
    }
    ArrayNode array = Json.array();
    for (Task task : cluster.tasks.values()) {
      if ((services.isEmpty() || services.contains(task.serviceId))
          && (nodes.isEmpty() || nodes.contains(task.nodeId))
          && filters.fit(task)
          && filters.any("desired-state", task.desired.word()::equalsIgnoreCase)
          && filters.any("runtime", "container"::equals)
          && filters.labels("label", Json.stringMap(task.serviceLabels))
          && (!filters.has("_up-to-date") || upToDate(cluster, task))) {
        array.add(json(call, task));
      }
    }
    return Reply.ok(array);
  }

  private static boolean upToDate(Cluster cluster, Task task) {
    Service service = cluster.services.get(task.serviceId);
    return service == null || !cluster.isDirty(service, task);
  }

  private static ObjectNode json(Call call, Task task) {
    ObjectNode node = task.json();
    if (call.host().engineAtLeast(23)) {
      node.putNull("Volumes");
    }
    return node;
  }

  private static Reply inspect(Call call) {
    return Reply.ok(json(call, Lookup.find(call.cluster().tasks, "task", call.arg(0))));
  }
}
