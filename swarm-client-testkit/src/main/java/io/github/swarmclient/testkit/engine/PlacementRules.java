package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a node has to be, and to have left, for the tasks of one service and spec. */
final class PlacementRules {
  /** A rule, and what the engine says of the nodes that break it. */
  record Rule(String one, String many, Predicate<NodeLoad> holds) {
    String say(int nodes) {
      return nodes == 1 ? one : many.replace("%d", Integer.toString(nodes));
    }
  }

  private final Task task;
  private final List<Rule> rules;

  PlacementRules(Task task) {
    this.task = task;
    Constraints constraints = new Constraints(task.spec);
    long most = Json.number(task.spec, 0, "Placement", "MaxReplicas");
    List<String> ports = NodeLoad.hostPorts(task);
    JsonNode platforms = Json.at(task.spec, "Placement", "Platforms");
    this.rules =
        List.of(
            new Rule(
                "1 node not available for new tasks",
                "%d nodes not available for new tasks",
                load -> load.node.active()),
            new Rule(
                "insufficient resources on 1 node",
                "insufficient resources on %d nodes",
                load -> load.hasLeft(task.spec)),
            new Rule(
                "missing plugin on 1 node",
                "missing plugin on %d nodes",
                load -> Plugins.has(task.spec)),
            new Rule(
                "scheduling constraints not satisfied on 1 node",
                "scheduling constraints not satisfied on %d nodes",
                load -> constraints.fit(load.node)),
            new Rule(
                "unsupported platform on 1 node",
                "unsupported platform on %d nodes",
                load -> supports(platforms, load.node)),
            new Rule(
                "host-mode port already in use on 1 node",
                "host-mode port already in use on %d nodes",
                load -> load.portsFree(ports)),
            new Rule(
                "max replicas per node limit exceed",
                "max replicas per node limit exceed",
                load -> most == 0 || load.tasksOf(task.serviceId) < most));
  }

  boolean spreads() {
    return !Json.at(task.spec, "Placement", "Preferences").isEmpty();
  }

  /** Returns the first rule that a node does not fulfil, or null if it fulfils them all. */
  @Nullable Rule brokenBy(NodeLoad load) {
    for (Rule rule : rules) {
      if (!rule.holds().test(load)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean supports(JsonNode platforms, Node node) {
    if (platforms.isEmpty()) {
      return true;
    }
    String here = goName(node.host.settings().arch());
    for (JsonNode platform : platforms) {
      String os = Json.string(platform, "OS");
      String arch = goName(Json.string(platform, "Architecture"));
      if ((os.isEmpty() || os.equals("linux")) && (arch.isEmpty() || arch.equals(here))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name Go has for an architecture; nodes report the one {@code uname} has. */
  private static String goName(String arch) {
    return switch (arch) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> arch;
    };
  }
}
