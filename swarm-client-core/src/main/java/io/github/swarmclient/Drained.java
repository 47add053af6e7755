package io.github.swarmclient;

import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A node on which nothing runs any more, and where its tasks went. Immutable. */
public final class Drained {
  private final Node node;
  private final List<Task> stopped;
  private final Map<String, Task> replacements;

  Drained(Node node, List<Task> stopped, Map<String, Task> replacements) {
    this.node = node;
    this.stopped = List.copyOf(stopped);
    this.replacements = Map.copyOf(replacements);
  }

  /** Returns the node, as it is now. */
  public Node node() {
    return node;
  }

  /** Returns the tasks that ran there and were stopped, as they are now. */
  public List<Task> stopped() {
    return stopped;
  }

  /**
   * Returns the task that runs in the place of {@code stopped}; {@link Task#nodeId()} tells where.
   * There is none for a task of a global service, nor of a service that is gone; one that finds no
   * node is pending, and its status tells why.
   */
  public Optional<Task> replacementOf(Task stopped) {
    return Optional.ofNullable(replacements.get(Objects.requireNonNull(stopped.id(), "id")));
  }

  /** Returns the node and the number of tasks. */
  @Override
  public String toString() {
    return NodeFacts.name(node) + " drained of " + stopped.size() + " tasks";
  }
}
