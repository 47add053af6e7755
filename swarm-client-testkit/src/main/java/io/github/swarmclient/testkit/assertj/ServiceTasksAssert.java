package io.github.swarmclient.testkit.assertj;

import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.ServiceTasks;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on the tasks of a service that run. Failures show the table of all its tasks. */
public final class ServiceTasksAssert extends AbstractAssert<ServiceTasksAssert, ServiceTasks> {

  ServiceTasksAssert(@Nullable ServiceTasks actual) {
    super(actual, ServiceTasksAssert.class);
  }

  /** Says that {@code count} tasks run. */
  public ServiceTasksAssert hasRunning(int count) {
    if (running().size() != count) {
      throw fail("%d tasks to run, but %d do".formatted(count, running().size()));
    }
    return this;
  }

  /** Says that tasks run on each of these nodes, and on no other. */
  public ServiceTasksAssert onNodes(String... hostnames) {
    Set<String> expected = new TreeSet<>(List.of(hostnames));
    Set<String> nodes =
        running().stream().map(ServiceTask::node).collect(Collectors.toCollection(TreeSet::new));
    if (!nodes.equals(expected)) {
      throw fail("tasks to run on the nodes %s, but they do on %s".formatted(expected, nodes));
    }
    return this;
  }

  /**
   * Says that tasks run, and that all of them are of an image.
   *
   * @param image its name, also without the digest that the service has pinned it to
   */
  public ServiceTasksAssert isOnImage(String image) {
    List<ServiceTask> running = running();
    if (running.isEmpty()) {
      throw fail("tasks to run %s, but none runs".formatted(image));
    }
    List<String> others =
        running.stream()
            .map(ServiceTask::image)
            .filter(actual -> !actual.equals(image) && !actual.startsWith(image + "@"))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      throw fail("all tasks to run %s, but some run %s".formatted(image, others));
    }
    return this;
  }

  /** Says that no task, of those that are listed, has failed or was rejected. */
  public ServiceTasksAssert hasNoFailures() {
    isNotNull();
    List<ServiceTask> failed = actual.stream().filter(task -> !task.error().isEmpty()).toList();
    if (!failed.isEmpty()) {
      throw fail("no task to fail, but %d did".formatted(failed.size()));
    }
    return this;
  }

  private List<ServiceTask> running() {
    isNotNull();
    return actual.running();
  }

  private AssertionError fail(String expected) {
    return failure("%s", "expected " + expected + ":\n" + actual.pretty());
  }
}
