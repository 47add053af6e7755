package io.github.swarmclient.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.RolloutException;
import io.github.swarmclient.RolloutOutcome;
import io.github.swarmclient.RolloutResult;
import io.github.swarmclient.SwarmClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits for services whose tasks are no longer what they were when their last update ended. */
class EmbeddedRolloutTest {
  private final EmbeddedSwarm cluster = SwarmCluster.embedded().managers(1).workers(2).start();
  private final SwarmClient swarm = cluster.connect();

  @AfterEach
  void close() {
    swarm.close();
    cluster.close();
  }

  private RolloutOutcome failing(Runnable wait) {
    return catchThrowableOfType(RolloutException.class, wait::run).result().outcome();
  }

  @Test
  void tasksThatFailAfterAnUpdateAreNoticed() {
    swarm.services().create("shop").image("shop:1").replicas(2).await();
    swarm.services().update("shop").image("shop:2").await();
    breakAll("shop:2");
    assertThat(failing(() -> swarm.services().rollout("shop").await()))
        .isEqualTo(RolloutOutcome.FAILING);
  }

  @Test
  void tasksThatFailAfterARollbackAreNoticed() {
    swarm.services().create("shop").image("shop:1").replicas(2).await();
    swarm.services().update("shop").image("shop:2").await();
    swarm.services().rollback("shop").await();
    breakAll("shop:1");
    assertThat(failing(() -> swarm.services().rollout("shop").await()))
        .isEqualTo(RolloutOutcome.FAILING);
  }

  @Test
  void aRollbackThatChangesNoTaskDoesNotHideThatTasksFail() {
    cluster.whenImage("shop:1").exitsWith(1);
    swarm.services().create("shop").image("shop:1").replicas(2).execute();
    swarm.services().update("shop").label("a", "b").execute();
    assertThat(failing(() -> swarm.services().rollback("shop").await()))
        .isEqualTo(RolloutOutcome.FAILING);
  }

  @Test
  void whoWaitsForAGlobalJobDoesNotWaitForANodeThatIsDrained() {
    cluster.whenImage("job").exitsWith(0).after(ofSeconds(30));
    swarm.services().create("job").image("job").globalJob().execute();
    cluster.advance(ofSeconds(5));
    swarm.nodes().drain("docker03").awaitDrained();
    assertThat(swarm.services().rollout("job").await().outcome())
        .isEqualTo(RolloutOutcome.CONVERGED);
  }

  /** Lets tasks fail from now on, and those that run now first. */
  private void breakAll(String image) {
    cluster.whenImage(image).exitsWith(1).after(ofSeconds(2));
    for (String worker : new String[] {"docker02", "docker03"}) {
      cluster.node(worker).restart();
      cluster.node(worker).awaitReady();
    }
  }

  @Test
  void whoWaitsAfterAnUpdateWaitsUntilTasksHaveStayed() {
    swarm.services().create("shop").image("shop:1").replicas(2).await();
    swarm.services().update("shop").image("shop:2").await();
    cluster.node("docker03").kill();
    cluster.node("docker03").awaitDown();
    Instant begun = cluster.time().now();
    RolloutResult result = swarm.services().rollout("shop").await();
    assertThat(result.outcome()).isEqualTo(RolloutOutcome.CONVERGED);
    assertThat(Duration.between(begun, cluster.time().now())).isGreaterThan(ofSeconds(5));
  }

  @Test
  void aTimeoutTellsWhatTheEngineSaysOfTheUpdate() {
    swarm
        .services()
        .create("shop")
        .image("shop:1")
        .replicas(2)
        .constraint("node.role==worker")
        .replicasMaxPerNode(1)
        .await();
    cluster.node("docker02").stop();
    RolloutException failure =
        catchThrowableOfType(
            RolloutException.class, () -> swarm.services().update("shop").image("shop:2").await());
    assertThat(failure.result().outcome()).isEqualTo(RolloutOutcome.TIMEOUT);
    assertThat(failure.result().message())
        .contains("tasks run", "the engine says of the update: updating");
  }
}
