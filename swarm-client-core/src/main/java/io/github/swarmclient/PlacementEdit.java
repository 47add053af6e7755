package io.github.swarmclient;

import io.github.swarmclient.model.GenericResource;
import io.github.swarmclient.model.Limit;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.PlacementPreference;
import io.github.swarmclient.model.ReplicatedJob;
import io.github.swarmclient.model.ReplicatedService;
import io.github.swarmclient.model.ResourceRequirements;
import io.github.swarmclient.model.Resources;
import io.github.swarmclient.model.ServiceMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What can be said of how many tasks a service has, where they run and what they may use.
 *
 * @param <T> the class that has the ending
 */
public abstract sealed class PlacementEdit<T extends PlacementEdit<T>> extends SandboxEdit<T>
    permits ServiceEdit {
  private static final long MOST_SWAPPY = 100;

  PlacementEdit() {}

  /**
   * Sets the number of replicas; of a replicated job, that of completions.
   *
   * @throws IllegalArgumentException if negative; at the ending if the service is a global one
   */
  public final T replicas(long replicas) {
    Checks.notNegative("replicas", replicas);
    return mode(mode -> withReplicas(mode, replicas));
  }

  private static ServiceMode withReplicas(ServiceMode mode, long replicas) {
    if (mode.global() != null || mode.globalJob() != null) {
      throw new IllegalArgumentException(
          "a global service runs one task on every node; replicas("
              + replicas
              + ") contradicts it");
    }
    ReplicatedJob job = mode.replicatedJob();
    if (job != null) {
      return mode.toBuilder()
          .replicatedJob(job.toBuilder().totalCompletions(replicas).build())
          .build();
    }
    ReplicatedService replicated = or(mode.replicated(), ReplicatedService.builder().build());
    return mode.toBuilder().replicated(replicated.toBuilder().replicas(replicas).build()).build();
  }

  final T mode(UnaryOperator<ServiceMode> change) {
    return spec(
        spec ->
            spec.toBuilder()
                .mode(change.apply(or(spec.mode(), ServiceMode.builder().build())))
                .build());
  }

  /** Changes where tasks may run. */
  public final T placement(UnaryOperator<Placement.Builder> change) {
    return placed(p -> change.apply(p.toBuilder()).build());
  }

  final T placed(UnaryOperator<Placement> change) {
    return taskSpec(
        t ->
            t.toBuilder()
                .placement(part(t.placement(), Placement.builder().build(), change))
                .build());
  }

  /** Adds a constraint on the nodes: {@code node.role == worker}. */
  public final T constraint(String constraint) {
    Checks.text("constraint", constraint);
    return placed(
        p -> p.toBuilder().constraints(Keyed.put(p.constraints(), constraint, c -> c)).build());
  }

  /**
   * Spreads the tasks evenly over the values of a label, within what was given before: {@code
   * spread=node.labels.zone}.
   *
   * @throws IllegalArgumentException if the text is malformed, with what was expected
   */
  public final T placementPref(String preference) {
    PlacementPreference added = PlacementText.parse(preference);
    return placed(
        p ->
            p.toBuilder()
                .preferences(Keyed.put(p.preferences(), added, PlacementText::key))
                .build());
  }

  /** Sets how many replicas a node runs at the most; 0 is any number. */
  public final T replicasMaxPerNode(long replicas) {
    Checks.notNegative("replicas per node", replicas);
    return placement(p -> p.maxReplicas(replicas));
  }

  /** Changes what tasks may use at most, and what is reserved for them. */
  public final T resources(UnaryOperator<ResourceRequirements.Builder> change) {
    return required(r -> change.apply(r.toBuilder()).build());
  }

  private T required(UnaryOperator<ResourceRequirements> change) {
    return taskSpec(
        t ->
            t.toBuilder()
                .resources(part(t.resources(), ResourceRequirements.builder().build(), change))
                .build());
  }

  private T limits(UnaryOperator<Limit.Builder> change) {
    return required(
        r -> {
          Limit limits = or(r.limits(), Limit.builder().build());
          return r.toBuilder().limits(change.apply(limits.toBuilder()).build()).build();
        });
  }

  final T reserved(UnaryOperator<Resources> change) {
    return required(
        r ->
            r.toBuilder()
                .reservations(part(r.reservations(), Resources.builder().build(), change))
                .build());
  }

  /** Sets how many processors a task may use at the most, such as 0.5; 0 is no limit. */
  public final T limitCpus(double cpus) {
    return limitCpus(decimal(cpus));
  }

  /** Sets how many processors a task may use at the most, as text: {@code 0.5}. */
  public final T limitCpus(String cpus) {
    long nanos = Sizes.nanoCpus("CPU limit", cpus);
    return limits(l -> l.nanoCpus(nanos));
  }

  /** Sets how many bytes of memory a task may use at the most; 0 is no limit. */
  public final T limitMemory(long bytes) {
    Checks.notNegative("memory limit", bytes);
    return limits(l -> l.memoryBytes(bytes));
  }

  /** Sets how much memory a task may use at the most: {@code 512m}, {@code 1.5g}. */
  public final T limitMemory(String size) {
    return limitMemory(Sizes.bytes("memory limit", size));
  }

  /** Sets how many processes a container may have at the most; 0 is no limit. */
  public final T limitPids(long processes) {
    Checks.notNegative("limit of processes", processes);
    return limits(l -> l.pids(processes));
  }

  /** Sets how many processors a node must have free to get a task, such as 0.5. */
  public final T reserveCpus(double cpus) {
    return reserveCpus(decimal(cpus));
  }

  /** Sets how many processors a node must have free to get a task, as text: {@code 0.5}. */
  public final T reserveCpus(String cpus) {
    long nanos = Sizes.nanoCpus("CPU reservation", cpus);
    return reserved(r -> r.toBuilder().nanoCpus(nanos).build());
  }

  /** Sets how many bytes of memory a node must have free to get a task. */
  public final T reserveMemory(long bytes) {
    Checks.notNegative("memory reservation", bytes);
    return reserved(r -> r.toBuilder().memoryBytes(bytes).build());
  }

  /** Sets how much memory a node must have free to get a task: {@code 512m}, {@code 1.5g}. */
  public final T reserveMemory(String size) {
    return reserveMemory(Sizes.bytes("memory reservation", size));
  }

  /**
   * Reserves resources that the operators of the nodes made up: {@code gpu=2} or {@code
   * gpu=2,ssd=1}. What was reserved of the same kind is replaced.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final T genericResource(String resources) {
    return genericResources(GenericResourceText.parse(resources));
  }

  /** Reserves so many of a resource that the operators of the nodes made up. */
  public final T genericResource(String kind, long count) {
    return genericResources(List.of(GenericResourceText.of(kind, count)));
  }

  private T genericResources(List<GenericResource> added) {
    return reserved(
        r ->
            r.toBuilder()
                .genericResources(
                    Keyed.putAll(r.genericResources(), added, GenericResourceText::kind))
                .build());
  }

  /** Sets how many bytes a task may swap out besides its memory; -1 is no limit. API 1.52. */
  public final T memorySwap(long bytes) {
    Checks.within("memory swap", bytes, -1, Long.MAX_VALUE);
    return resources(r -> r.swapBytes(bytes));
  }

  /** Sets how much a task may swap out besides its memory: {@code 1g}, or {@code -1}. API 1.52. */
  public final T memorySwap(String size) {
    return memorySwap(Sizes.swap(size));
  }

  /**
   * Sets how readily the kernel swaps a task's memory out, from 0 to 100; -1 is as the node does.
   * API 1.52.
   */
  public final T memorySwappiness(long swappiness) {
    Checks.within("memory swappiness", swappiness, -1, MOST_SWAPPY);
    return resources(r -> r.memorySwappiness(swappiness));
  }

  private static String decimal(double cpus) {
    return Double.isFinite(cpus) ? BigDecimal.valueOf(cpus).toPlainString() : Double.toString(cpus);
  }
}
