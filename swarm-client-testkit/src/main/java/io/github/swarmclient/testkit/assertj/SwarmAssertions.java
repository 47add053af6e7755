package io.github.swarmclient.testkit.assertj;

import io.github.swarmclient.ServiceTasks;
import io.github.swarmclient.SwarmClient;
import org.jspecify.annotations.Nullable;

/** Where assertions on services begin; for a static import beside AssertJ's own. */
public final class SwarmAssertions {
  private SwarmAssertions() {}

  /** Begins assertions on the tasks of a service, as they were listed. */
  public static ServiceTasksAssert assertThat(@Nullable ServiceTasks tasks) {
    return new ServiceTasksAssert(tasks);
  }

  /** Lists the tasks of a service now, and begins assertions on them. */
  public static ServiceTasksAssert assertThat(SwarmClient swarm, String service) {
    return new ServiceTasksAssert(swarm.services().tasks(service)).as(service);
  }
}
