package io.github.swarmclient;

import io.github.swarmclient.RolloutProgress.Slot;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.model.UpdateState;
import io.github.swarmclient.model.UpdateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at a service again and again, remembers what failed, and says when it is over. */
final class RolloutWatch {
  /** So many failures in one slot that the next try is not expected to be better. */
  private static final int HOPELESS = 3;

  /** How long a state must last that could still be a passing one. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private final ApiCalls calls;
  private final String operation;
  private final String service;
  private final RolloutOutcome expected;
  private final boolean afterChange;
  private final Consumer<RolloutProgress> listener;
  private final Instant started;

  /** By task; engines keep only the newest few of a slot, so they are collected on the way. */
  private final Map<String, TaskFailure> failures = new LinkedHashMap<>();

  /** What an update came to before this wait began. */
  private @Nullable UpdateStatus history;

  private @Nullable RolloutView view;
  private @Nullable RolloutProgress told;
  private @Nullable Instant convergedAt;
  private @Nullable Instant stuckAt;

  RolloutWatch(
      ApiCalls calls,
      String operation,
      String service,
      RolloutOutcome expected,
      boolean afterChange,
      Consumer<RolloutProgress> listener) {
    this.calls = calls;
    this.operation = operation;
    this.service = service;
    this.expected = expected;
    this.afterChange = afterChange;
    this.listener = listener;
    this.started = calls.time().now();
  }

  /** Looks once, and returns the result if it is over. */
  Optional<RolloutResult> probe() {
    RolloutView seen;
    try {
      seen = RolloutView.read(calls, operation, service);
    } catch (NotFoundException e) {
      return Optional.of(result(RolloutOutcome.REMOVED, "the service was removed"));
    }
    if (view == null && !afterChange && isOver(seen.updateState())) {
      history = seen.service.updateStatus();
    }
    this.view = seen;
    rememberFailures(seen);
    tell(seen);
    return seen.isJob() ? judgeJob(seen) : judge(seen);
  }

  private static boolean isOver(@Nullable UpdateState state) {
    return UpdateState.COMPLETED.equals(state) || UpdateState.ROLLBACK_COMPLETED.equals(state);
  }

  /** Returns what the engine says of the update that is waited for, or null if it says nothing. */
  private @Nullable UpdateState stateNow(RolloutView seen) {
    boolean old = history != null && history.equals(seen.service.updateStatus());
    return old ? null : seen.updateState();
  }

  private void rememberFailures(RolloutView seen) {
    for (Task task : seen.allTasks()) {
      Instant since = TaskFacts.since(task);
      // Failures of before are history. The clocks of engines may be somewhat off.
      if (TaskFacts.failed(task) && (since == null || since.isAfter(started.minus(SETTLED)))) {
        failures.putIfAbsent(
            TaskFacts.id(task),
            new TaskFailure(
                TaskFacts.id(task),
                seen.placeName(task),
                seen.nodeName(task),
                TaskFacts.error(task)));
      }
    }
  }

  private void tell(RolloutView seen) {
    List<Slot> slots = new ArrayList<>();
    for (Task task : seen.currentTasks()) {
      slots.add(
          new Slot(seen.placeName(task), TaskFacts.observed(task).value(), TaskFacts.error(task)));
    }
    UpdateState state = stateNow(seen);
    RolloutProgress now =
        new RolloutProgress(
            state == null ? "" : state.value(), seen.running(), seen.desired(), slots);
    if (!now.equals(told)) {
      told = now;
      listener.accept(now);
    }
  }

  private Optional<RolloutResult> judge(RolloutView seen) {
    UpdateState state = stateNow(seen);
    if (UpdateState.PAUSED.equals(state)) {
      return over(RolloutOutcome.PAUSED, seen);
    }
    if (UpdateState.ROLLBACK_PAUSED.equals(state)) {
      return over(RolloutOutcome.ROLLBACK_PAUSED, seen);
    }
    if (!seen.isConverged() || hasYetToShow(seen)) {
      convergedAt = null;
      return judgeFailures(seen, state);
    }
    Instant now = calls.time().now();
    convergedAt = convergedAt == null ? now : convergedAt;
    // The engine says that it is at it, or that it is done: it watched the tasks itself.
    if (UpdateState.UPDATING.equals(state) || UpdateState.ROLLBACK_STARTED.equals(state)) {
      return Optional.empty();
    }
    boolean stayed =
        state != null || !now.isBefore(convergedAt.plus(seen.monitor(wasRolledBack(state))));
    return stayed
        ? over(wasRolledBack(state) ? RolloutOutcome.ROLLED_BACK : RolloutOutcome.CONVERGED, seen)
        : Optional.empty();
  }

  /** A global service has no tasks at first; none after a while means that no node fits. */
  private boolean hasYetToShow(RolloutView seen) {
    return seen.isGlobal()
        && seen.currentTasks().isEmpty()
        && calls.time().now().isBefore(started.plus(SETTLED));
  }

  private boolean wasRolledBack(@Nullable UpdateState state) {
    return UpdateState.ROLLBACK_COMPLETED.equals(state)
        || (state == null && expected == RolloutOutcome.ROLLED_BACK);
  }

  private Optional<RolloutResult> judgeFailures(RolloutView seen, @Nullable UpdateState state) {
    boolean stuck = UpdateState.COMPLETED.equals(state) && !failures.isEmpty();
    if (stuck && lasts(true)) {
      return over(RolloutOutcome.COMPLETED_WITH_FAILURES, seen);
    }
    boolean hopeless =
        (state == null || UpdateState.ROLLBACK_COMPLETED.equals(state))
            && seen.brokenSlots().stream().anyMatch(slot -> seen.failuresIn(slot) >= HOPELESS);
    if (hopeless) {
      return over(RolloutOutcome.FAILING, seen);
    }
    lasts(stuck);
    return Optional.empty();
  }

  /** Returns whether {@code so} has been the case for a while. */
  private boolean lasts(boolean so) {
    Instant now = calls.time().now();
    stuckAt = !so ? null : stuckAt == null ? now : stuckAt;
    return stuckAt != null && !now.isBefore(stuckAt.plus(SETTLED));
  }

  private Optional<RolloutResult> judgeJob(RolloutView seen) {
    boolean begun = !seen.isGlobal() || !seen.currentTasks().isEmpty() || !hasYetToShow(seen);
    if (begun && seen.isConverged()) {
      return over(RolloutOutcome.CONVERGED, seen);
    }
    // A task that is to be started again has its successor at once.
    boolean ended =
        !seen.currentTasks().isEmpty()
            && seen.currentTasks().stream().allMatch(t -> TaskFacts.observed(t).terminal())
            && seen.currentTasks().stream()
                .anyMatch(t -> !TaskFacts.observed(t).equals(TaskState.COMPLETE));
    return lasts(ended) ? over(RolloutOutcome.JOB_FAILED, seen) : Optional.empty();
  }

  private Optional<RolloutResult> over(RolloutOutcome outcome, RolloutView seen) {
    return Optional.of(result(outcome, seen.updateMessage()));
  }

  RolloutResult result(RolloutOutcome outcome, String message) {
    RolloutView last = view;
    return new RolloutResult(
        outcome,
        message,
        last == null ? null : last.service,
        last == null ? List.of() : last.currentTasks(),
        List.copyOf(failures.values()));
  }

  /** Says which tasks are not where they should be. */
  String whyNotYet() {
    RolloutView last = view;
    if (last == null) {
      return "the service was never seen";
    }
    String waiting =
        last.brokenSlots().stream()
            .map(task -> last.placeName(task) + " is " + describe(task))
            .collect(Collectors.joining(", "));
    String stopping =
        last.stopping().stream()
            .map(task -> last.placeName(task) + " on " + last.nodeName(task) + " still stops")
            .collect(Collectors.joining(", "));
    UpdateState state = stateNow(last);
    return last.running()
        + " of "
        + last.desired()
        + " tasks run"
        + (state == null ? "" : "; the engine says of the update: " + state.value())
        + (waiting.isEmpty() ? "" : "; " + waiting)
        + (stopping.isEmpty() ? "" : "; " + stopping);
  }

  private static String describe(Task task) {
    String error = TaskFacts.error(task);
    return TaskFacts.observed(task).value() + (error.isEmpty() ? "" : " (" + error + ")");
  }
}
