package io.github.swarmclient;

import io.github.swarmclient.model.TaskState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Which tasks to list: one value of each kind has to fit, where a kind is given. */
public final class TaskQuery {
  private final Map<String, Set<String>> filters = new LinkedHashMap<>();

  TaskQuery() {}

  /** Adds a task, by its ID or the beginning of it. */
  public TaskQuery id(String id) {
    return with("id", id);
  }

  /** Adds tasks whose name begins so: {@code my_web}, {@code my_web.1}. */
  public TaskQuery name(String name) {
    return with("name", name);
  }

  /** Adds the tasks of a service, by its ID or name. */
  public TaskQuery service(String idOrName) {
    return with("service", idOrName);
  }

  /** Adds the tasks of a node, by its ID or hostname; {@code self} is the one that is asked. */
  public TaskQuery node(String idOrHostname) {
    return with("node", idOrHostname);
  }

  /** Adds the tasks that the swarm wants to be in a state. */
  public TaskQuery desiredState(TaskState state) {
    return with("desired-state", state.value());
  }

  /** Requires a label of the task's service, of any value. */
  public TaskQuery label(String key) {
    return with("label", key);
  }

  /** Requires a label of the task's service. */
  public TaskQuery label(String key, String value) {
    return with("label", key + "=" + value);
  }

  private TaskQuery with(String filter, String value) {
    filters.computeIfAbsent(filter, f -> new LinkedHashSet<>()).add(Checks.text(filter, value));
    return this;
  }

  /** Puts an ID, which is looked up if need be, for {@code self}: engines know no such word. */
  void replaceSelf(Supplier<String> id) {
    Set<String> nodes = filters.get("node");
    if (nodes != null && nodes.remove(NodeLookup.SELF)) {
      nodes.add(id.get());
    }
  }

  Map<String, Set<String>> filters() {
    return filters;
  }
}
