package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How a container is. */
public final class ContainerStatusWord extends OpenEnum {
  /** The word {@code created}. */
  public static final ContainerStatusWord CREATED = new ContainerStatusWord("created");

  /** The word {@code running}. */
  public static final ContainerStatusWord RUNNING = new ContainerStatusWord("running");

  /** The word {@code paused}. */
  public static final ContainerStatusWord PAUSED = new ContainerStatusWord("paused");

  /** The word {@code restarting}. */
  public static final ContainerStatusWord RESTARTING = new ContainerStatusWord("restarting");

  /** The word {@code removing}. */
  public static final ContainerStatusWord REMOVING = new ContainerStatusWord("removing");

  /** The word {@code exited}. */
  public static final ContainerStatusWord EXITED = new ContainerStatusWord("exited");

  /** The word {@code dead}. */
  public static final ContainerStatusWord DEAD = new ContainerStatusWord("dead");

  private ContainerStatusWord(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ContainerStatusWord of(String value) {
    return new ContainerStatusWord(value);
  }
}
