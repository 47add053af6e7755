package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.RolloutException;
import io.github.swarmclient.RolloutOutcome;
import io.github.swarmclient.RolloutProgress;
import io.github.swarmclient.RolloutResult;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.ServiceTasks;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.TaskFailure;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.UpdateState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows 26, 28 and 29 of the walkthrough: services change, fail, are taken back and move. */
abstract class RolloutContract extends SwarmContract {

  @Test
  void row26AnUpdateReplacesOneTaskAtATimeWithTheDelayBetween() {
    brisk(m.services().create("redis").image("redis:3.0.6"))
        .replicas(3)
        .updateConfig(u -> u.delay(ofSeconds(2)).parallelism(1))
        .await();
    List<RolloutProgress> seen = new ArrayList<>();
    RolloutResult result =
        m.services()
            .update("redis")
            .image("redis:3.0.7")
            .await(rollout -> rollout.onProgress(seen::add));
    assertThat(result.outcome()).isEqualTo(RolloutOutcome.CONVERGED);
    List<ServiceTask> running = running("redis");
    assertThat(running).hasSize(3).allMatch(task -> task.image().startsWith("redis:3.0.7"));
    List<Instant> begins =
        running.stream()
            .map(task -> Objects.requireNonNull(task.task().createdAt()))
            .sorted()
            .toList();
    for (int i = 1; i < begins.size(); i++) {
      assertThat(Duration.between(begins.get(i - 1), begins.get(i)))
          .isGreaterThanOrEqualTo(ofSeconds(2));
    }
    assertThat(seen).allMatch(progress -> progress.desired() == 3);
    assertThat(seen.get(seen.size() - 1).slots())
        .extracting(RolloutProgress.Slot::name)
        .containsExactly("redis.1", "redis.2", "redis.3");
    assertThat(seen).anyMatch(progress -> progress.phase().equals("updating"));
    assertThat(Objects.requireNonNull(m.services().inspect("redis").updateStatus()).state())
        .isEqualTo(UpdateState.COMPLETED);
  }

  @Test
  void row26AFailingUpdateIsPaused() {
    RolloutResult result = failing(FailureAction.PAUSE, RolloutOutcome.PAUSED);
    assertThat(result.message()).contains("paused");
    assertThat(argsOf("fails")).containsExactly("false");
    // The other task was left alone.
    assertThat(running("fails")).hasSize(1);
  }

  @Test
  void row26AFailingUpdateIsRolledBack() {
    failing(FailureAction.ROLLBACK, RolloutOutcome.ROLLED_BACK);
    assertThat(argsOf("fails")).containsExactly("sleep", "3600");
    assertThat(running("fails")).hasSize(2);
    // There is nothing to go back to any more.
    SwarmException refusal =
        refusal(SwarmException.class, () -> m.services().rollback("fails").execute());
    assertThat(refusal).isInstanceOfAny(InvalidRequestException.class, RefusedException.class);
  }

  @Test
  void row26AFailingUpdateGoesOn() {
    failing(FailureAction.CONTINUE, RolloutOutcome.COMPLETED_WITH_FAILURES);
    assertThat(argsOf("fails")).containsExactly("false");
    assertThat(running("fails")).isEmpty();
  }

  private RolloutResult failing(FailureAction action, RolloutOutcome outcome) {
    sleeper("fails")
        .replicas(2)
        // The delay keeps the second task from being replaced before the first has failed.
        .updateConfig(u -> u.failureAction(action).monitor(ofSeconds(2)).delay(ofSeconds(1)))
        .restartPolicy(r -> r.delay(ofSeconds(20)))
        .await();
    RolloutException failure =
        refusal(RolloutException.class, () -> m.services().update("fails").args("false").await());
    assertThat(failure.result().outcome()).isEqualTo(outcome);
    assertThat(failure.result().failures())
        .isNotEmpty()
        .extracting(TaskFailure::error)
        .contains("task: non-zero exit (1)");
    TaskFailure first = failure.result().failures().get(0);
    assertThat(first.name()).startsWith("fails.");
    assertThat(first.node()).startsWith("docker0");
    assertThat(failure).hasMessageContaining("non-zero exit (1)").hasMessageContaining("fails.");
    return failure.result();
  }

  private List<String> argsOf(String service) {
    var task = Objects.requireNonNull(m.services().inspect(service).spec()).taskTemplate();
    ContainerSpec container = Objects.requireNonNull(task).containerSpec();
    return Objects.requireNonNull(container).args();
  }

  @Test
  void row28ARollbackGoesBackAndForth() {
    web("my_web").replicas(4).await();
    m.services().scale("my_web", 3).await();
    assertThat(running("my_web")).hasSize(3);
    RolloutResult back = m.services().rollback("my_web").await();
    assertThat(back.outcome()).isEqualTo(RolloutOutcome.ROLLED_BACK);
    assertThat(running("my_web")).hasSize(4);
    m.services().rollback("my_web").await();
    assertThat(running("my_web")).hasSize(3);
  }

  @Test
  void row28ARollbackBringsTheOldImageBack() {
    brisk(m.services().create("redis").image("redis:3.0.6")).replicas(2).await();
    m.services().update("redis").image("redis:3.0.7").await();
    RolloutResult back = m.services().rollback("redis").await();
    assertThat(back.outcome()).isEqualTo(RolloutOutcome.ROLLED_BACK);
    assertThat(running("redis"))
        .hasSize(2)
        .allMatch(task -> task.image().startsWith("redis:3.0.6"));
  }

  @Test
  void whatARollbackCameToIsHistoryToWhoWaitsLater() {
    brisk(m.services().create("redis").image("redis:3.0.6")).replicas(2).await();
    m.services().update("redis").image("redis:3.0.7").await();
    m.services().rollback("redis").await();
    RolloutResult result = m.services().rollout("redis").await();
    assertThat(result.outcome()).isEqualTo(RolloutOutcome.CONVERGED);
    assertThat(result.tasks())
        .hasSize(2)
        .allMatch(task -> TaskState.RUNNING.equals(requireNonNull(task.status()).state()));
  }

  @Test
  void row28AServiceThatNeverChangedCannotBeRolledBack() {
    web("my_web").replicas(1).execute();
    SwarmException refusal =
        refusal(SwarmException.class, () -> m.services().rollback("my_web").execute());
    assertThat(refusal).isInstanceOfAny(InvalidRequestException.class, RefusedException.class);
    assertThat(refusal).hasMessageContaining("my_web");
  }

  @Test
  void row29TheHistoryShowsWhatWasShutDownByADrainAndWhereItRunsNow() {
    web("redis").replicas(3).await();
    ServiceTask task = running("redis").get(0);
    m.nodes().drain(task.node()).awaitDrained();
    m.services().rollout("redis").await();
    ServiceTasks tasks = m.services().tasks("redis");
    ServiceTask shutDown =
        tasks.stream().filter(t -> t.id().equals(task.id())).findFirst().orElseThrow();
    assertThat(shutDown.desiredState()).isEqualTo(TaskState.SHUTDOWN);
    assertThat(shutDown.state()).isEqualTo(TaskState.SHUTDOWN);
    assertThat(shutDown.node()).isEqualTo(task.node());
    ServiceTask next =
        tasks.running().stream()
            .filter(t -> t.name().equals(task.name()))
            .findFirst()
            .orElseThrow();
    assertThat(next.node()).isNotEqualTo(task.node());
    assertThat(tasks.indexOf(next)).isEqualTo(tasks.indexOf(shutDown) - 1);
    assertThat(tasks.running()).hasSize(3).noneMatch(t -> t.node().equals(task.node()));
  }
}
