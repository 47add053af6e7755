package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Who answers at the published ports of a host: the routing mesh, and ports in host mode. */
final class Mesh {
  private Mesh() {}

  static String fetch(Host host, int port, String path) throws IOException {
    Cluster cluster = host.membership().cluster;
    Node node = host.membership().node();
    if (!host.isRunning() || cluster == null || node == null) {
      throw refused(host, port);
    }
    if (!host.switches().responds()) {
      throw silent(host, port);
    }
    for (Task task : cluster.tasks.values()) {
      if (task.nodeId.equals(node.id) && serves(task) && publishes(task.hostPorts, port)) {
        return answer(task, path, host, port);
      }
    }
    for (Service service : cluster.services.values()) {
      if (publishesIngress(service, port)) {
        return balanced(cluster, service, host, port, path);
      }
    }
    throw refused(host, port);
  }

  private static String balanced(Cluster cluster, Service service, Host host, int port, String path)
      throws IOException {
    List<Task> running =
        cluster.tasksOf(service).stream()
            .filter(task -> serves(task) && !task.desired.after(TaskState.RUNNING))
            .toList();
    if (running.isEmpty()) {
      throw refused(host, port);
    }
    int turn = cluster.networks.turn(host.hostname() + ":" + port);
    Task next = running.get(turn % running.size());
    // Nobody has told the mesh yet that packets go nowhere.
    if (next.container != null && !host.switches().reaches(next.container.host)) {
      throw silent(host, port);
    }
    return answer(next, path, host, port);
  }

  private static String answer(Task task, String path, Host host, int port) throws IOException {
    Container container = task.container;
    if (container == null) {
      throw refused(host, port);
    }
    return Program.serve(container, path);
  }

  private static boolean serves(Task task) {
    Container container = task.container;
    return task.state == TaskState.RUNNING
        && container != null
        && container.running()
        && container.host.isRunning();
  }

  private static boolean publishes(JsonNode ports, int port) {
    for (JsonNode each : ports) {
      if (Json.number(each, 0, "PublishedPort") == port) {
        return true;
      }
    }
    return false;
  }

  private static boolean publishesIngress(Service service, int port) {
    for (JsonNode each : service.ports) {
      if (Json.number(each, 0, "PublishedPort") == port
          && !Json.string(each, "PublishMode").equals("host")) {
        return true;
      }
    }
    return false;
  }

  private static IOException silent(Host host, int port) {
    return new IOException("no answer from " + host.address() + ":" + port + " in time");
  }

  private static IOException refused(Host host, int port) {
    return new IOException("nothing answers at " + host.address() + ":" + port);
  }
}
