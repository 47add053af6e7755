package io.github.swarmclient;

import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the verbs of a service are kept, and what has no verb of its own.
 *
 * @param <T> the class that has the ending
 */
public abstract sealed class SpecEdit<T extends SpecEdit<T>> permits ContainerEdit {
  private final List<UnaryOperator<ServiceSpec>> edits = new ArrayList<>();

  SpecEdit() {}

  abstract T self();

  /** Returns {@code spec} with all verbs applied. */
  final ServiceSpec apply(ServiceSpec spec) {
    ServiceSpec changed = spec;
    for (UnaryOperator<ServiceSpec> edit : edits) {
      changed = edit.apply(changed);
    }
    return changed;
  }

  static String imageOf(ServiceSpec spec) {
    TaskSpec task = spec.taskTemplate();
    ContainerSpec container = task == null ? null : task.containerSpec();
    return container == null ? "" : Objects.requireNonNullElse(container.image(), "");
  }

  /** Changes anything. The function may be called more than once. */
  public final T edit(UnaryOperator<ServiceSpec.Builder> change) {
    return spec(spec -> change.apply(spec.toBuilder()).build());
  }

  /** Changes anything of the tasks. The function may be called more than once. */
  public final T task(UnaryOperator<TaskSpec.Builder> change) {
    return taskSpec(task -> change.apply(task.toBuilder()).build());
  }

  /** Changes anything of the containers. The function may be called more than once. */
  public final T container(UnaryOperator<ContainerSpec.Builder> change) {
    return containerSpec(container -> change.apply(container.toBuilder()).build());
  }

  final T spec(UnaryOperator<ServiceSpec> edit) {
    edits.add(edit);
    return self();
  }

  final T taskSpec(UnaryOperator<TaskSpec> edit) {
    return spec(
        s ->
            s.toBuilder()
                .taskTemplate(part(s.taskTemplate(), TaskSpec.builder().build(), edit))
                .build());
  }

  final T containerSpec(UnaryOperator<ContainerSpec> edit) {
    return taskSpec(
        t ->
            t.toBuilder()
                .containerSpec(part(t.containerSpec(), ContainerSpec.builder().build(), edit))
                .build());
  }

  /**
   * Returns a part of a spec after {@code edit}; where there was none and there is still nothing in
   * it, none: an engine takes the difference for a change, and replaces tasks.
   */
  static <P> @Nullable P part(@Nullable P before, P empty, UnaryOperator<P> edit) {
    P after = edit.apply(or(before, empty));
    return before == null && after.equals(empty) ? null : after;
  }

  static <V> V or(@Nullable V value, V otherwise) {
    return value == null ? otherwise : value;
  }
}
