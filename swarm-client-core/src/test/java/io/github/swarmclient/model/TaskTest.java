package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final Service WEB =
      Service.builder().spec(ServiceSpec.builder().name("web").build()).build();

  @Test
  void aTaskIsNamedByItsSlotOrElseByItsNode() {
    Task task = Task.builder().id("t1").nodeId("n1").slot(2).build();
    assertThat(task.name(WEB)).isEqualTo("web.2.t1");
    assertThat(task.toBuilder().slot(null).build().name(WEB)).isEqualTo("web.n1.t1");
    assertThat(task.toBuilder().slot(0).build().name(WEB)).isEqualTo("web.n1.t1");
    assertThat(task.toBuilder().name("mine").build().name(WEB)).isEqualTo("mine");
  }

  @Test
  void statesGoFromNewToRejected() {
    assertThat(TaskState.NEW.order()).isEqualTo(1);
    assertThat(TaskState.RUNNING.order()).isEqualTo(9);
    assertThat(TaskState.REJECTED.order()).isEqualTo(13);
    assertThat(Stream.of(TaskState.REMOVE, TaskState.ORPHANED, TaskState.of("tomorrow")))
        .allMatch(state -> state.order() == 0)
        .noneMatch(TaskState::terminal);
  }

  @Test
  void aTaskPastRunningDoesNotRunAgain() {
    assertThat(TaskState.RUNNING.terminal()).isFalse();
    assertThat(TaskState.COMPLETE.terminal()).isTrue();
    assertThat(TaskState.of("failed").terminal()).isTrue();
  }
}
