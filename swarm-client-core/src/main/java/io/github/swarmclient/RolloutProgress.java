package io.github.swarmclient;

import java.util.List;

/**
 * How far a rollout has got.
 *
 * @param phase what the engine is at: {@code updating}, {@code rollback_started}, or an empty text
 *     where it does not say, as for a new service
 * @param running how many tasks run, or of a job have completed
 * @param desired how many should
 * @param slots each slot, or node of a global service, in order
 */
public record RolloutProgress(String phase, long running, long desired, List<Slot> slots) {

  /**
   * One slot of a service, or one node of a global one.
   *
   * @param name the place in the service, {@code my_web.2}
   * @param state the state of its newest task
   * @param error what the engine says is wrong with it, or an empty text
   */
  public record Slot(String name, String state, String error) {}

  /** Copies the list. */
  public RolloutProgress {
    slots = List.copyOf(slots);
  }

  /** Returns a line for a person. */
  @Override
  public String toString() {
    return running + "/" + desired + (phase.isEmpty() ? "" : " " + phase);
  }
}
