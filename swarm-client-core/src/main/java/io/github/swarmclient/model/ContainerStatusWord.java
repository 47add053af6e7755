package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How a container is. */
public final class ContainerStatusWord extends OpenEnum {
  /** It was never started. */
  public static final ContainerStatusWord CREATED = new ContainerStatusWord("created");

  /** It runs. */
  public static final ContainerStatusWord RUNNING = new ContainerStatusWord("running");

  /** Its processes are frozen. */
  public static final ContainerStatusWord PAUSED = new ContainerStatusWord("paused");

  /** The engine is about to restart it. */
  public static final ContainerStatusWord RESTARTING = new ContainerStatusWord("restarting");

  /** It is being removed. API 1.25. */
  public static final ContainerStatusWord REMOVING = new ContainerStatusWord("removing");

  /** It has ended. */
  public static final ContainerStatusWord EXITED = new ContainerStatusWord("exited");

  /** Its removal was begun and failed. */
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
