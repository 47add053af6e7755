package io.github.swarmclient;

import io.github.swarmclient.model.BindOptions;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.ImageOptions;
import io.github.swarmclient.model.Mount;
import io.github.swarmclient.model.MountType;
import io.github.swarmclient.model.Privileges;
import io.github.swarmclient.model.ResourceRequirements;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import io.github.swarmclient.model.TmpfsOptions;
import io.github.swarmclient.model.VolumeOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a service needs which API version, as far as that is above {@link
 * ApiVersion#MINIMUM}. Engines drop in silence what is newer than the version they are talked to.
 */
final class Requirements {
  /**
   * One field.
   *
   * @param field its name on the wire
   * @param since the version that has it
   * @param values what a spec has there, as far as it is not what engines do anyway
   */
  record Requirement(
      String field, ApiVersion since, Function<ServiceSpec, Stream<? extends Object>> values) {
    /** Returns what {@code after} has there and {@code before} has not. */
    boolean isNewIn(ServiceSpec after, ServiceSpec before) {
      Set<Object> old = values.apply(before).collect(Collectors.toSet());
      return values.apply(after).anyMatch(value -> !old.contains(value));
    }

    boolean isIn(ServiceSpec spec) {
      return values.apply(spec).findAny().isPresent();
    }

    @Override
    public String toString() {
      return field + " (" + since + ")";
    }
  }

  static final List<Requirement> ALL =
      List.of(
          mount(42, "a mount of type cluster", m -> is(m.type(), MountType.CLUSTER)),
          bind(42, "BindOptions.CreateMountpoint", BindOptions::createMountpoint),
          privileges(44, "Privileges.Seccomp", Privileges::seccomp),
          privileges(44, "Privileges.AppArmor", Privileges::appArmor),
          privileges(44, "Privileges.NoNewPrivileges", p -> yes(p.noNewPrivileges())),
          health(44, "Healthcheck.StartInterval", HealthConfig::startInterval),
          bind(44, "BindOptions.ReadOnlyNonRecursive", BindOptions::readOnlyNonRecursive),
          bind(44, "BindOptions.ReadOnlyForceRecursive", BindOptions::readOnlyForceRecursive),
          mount(45, "VolumeOptions.Subpath", m -> at(m.volumeOptions(), VolumeOptions::subpath)),
          container(46, "OomScoreAdj", c -> c.oomScoreAdj()),
          mount(46, "TmpfsOptions.Options", m -> at(m.tmpfsOptions(), TmpfsOptions::options)),
          mount(48, "a mount of type image", m -> is(m.type(), MountType.IMAGE)),
          mount(48, "ImageOptions.Subpath", m -> at(m.imageOptions(), ImageOptions::subpath)),
          resources(52, "Resources.SwapBytes", ResourceRequirements::swapBytes),
          resources(52, "Resources.MemorySwappiness", ResourceRequirements::memorySwappiness));

  private Requirements() {}

  /**
   * Throws if {@code after} sets what the version that is talked does not have, and {@code before}
   * did not set it.
   */
  static void check(ApiCalls calls, String operation, ServiceSpec before, ServiceSpec after) {
    for (Requirement needed : ALL) {
      if (needed.isNewIn(after, before)) {
        calls.requires(operation, needed.since(), needed.field());
      }
    }
  }

  /**
   * Throws if {@code spec}, which the engine has, would lose something, because the client was told
   * to talk an older version than the engine's own.
   */
  static void checkLossless(ApiCalls calls, String operation, ServiceSpec spec) {
    ApiVersion talked = calls.version();
    ApiVersion engine = calls.engineVersion();
    if (talked.atLeast(engine)) {
      return;
    }
    List<Requirement> lost =
        ALL.stream().filter(r -> !talked.atLeast(r.since()) && r.isIn(spec)).toList();
    if (!lost.isEmpty()) {
      throw UnsupportedApiException.wouldLose(operation, lost, talked, engine);
    }
  }

  // --- where the fields are

  private static Requirement of(
      int minor, String field, Function<ServiceSpec, Stream<? extends Object>> values) {
    return new Requirement(field, ApiVersion.of(1, minor), values);
  }

  private static Requirement one(
      int minor, String field, Function<ServiceSpec, @Nullable Object> value) {
    return of(
        minor, field, spec -> Stream.ofNullable(value.apply(spec)).filter(v -> !isNothing(v)));
  }

  private static Requirement container(
      int minor, String field, Function<ContainerSpec, @Nullable Object> value) {
    return one(minor, field, spec -> containerOf(spec).map(value).orElse(null));
  }

  private static Requirement privileges(
      int minor, String field, Function<Privileges, @Nullable Object> value) {
    return container(minor, field, c -> at(c.privileges(), value));
  }

  private static Requirement health(
      int minor, String field, Function<HealthConfig, @Nullable Object> value) {
    return container(minor, field, c -> at(c.healthcheck(), value));
  }

  private static Requirement resources(
      int minor, String field, Function<ResourceRequirements, @Nullable Long> value) {
    // Zero says something here: no swap.
    return of(
        minor,
        field,
        spec ->
            Stream.ofNullable(spec.taskTemplate())
                .flatMap(task -> Stream.ofNullable(task.resources()))
                .flatMap(resources -> Stream.ofNullable(value.apply(resources))));
  }

  private static Requirement mount(
      int minor, String field, Function<Mount, @Nullable Object> value) {
    return of(
        minor,
        field,
        spec ->
            containerOf(spec).stream()
                .flatMap(c -> c.mounts().stream())
                .flatMap(m -> Stream.ofNullable(value.apply(m)).map(v -> entry(m, v)))
                .filter(entry -> !isNothing(entry.get(1))));
  }

  private static List<Object> entry(Mount mount, Object value) {
    return List.of(String.valueOf(mount.target()), value);
  }

  private static Requirement bind(
      int minor, String field, Function<BindOptions, @Nullable Boolean> flag) {
    return mount(minor, field, m -> yes(at(m.bindOptions(), flag)));
  }

  private static Optional<ContainerSpec> containerOf(ServiceSpec spec) {
    return Optional.ofNullable(spec.taskTemplate()).map(TaskSpec::containerSpec);
  }

  private static <P, V> @Nullable V at(@Nullable P part, Function<P, @Nullable V> value) {
    return part == null ? null : value.apply(part);
  }

  private static @Nullable Object is(@Nullable Object value, Object wanted) {
    return Objects.equals(value, wanted) ? value : null;
  }

  private static @Nullable Object yes(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag) ? flag : null;
  }

  private static boolean isNothing(Object value) {
    return value.equals(0L)
        || value.equals("")
        || value.equals(List.of())
        || value.equals(Duration.ZERO);
  }
}
