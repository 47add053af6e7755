package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The order in which an update stops and starts tasks. */
public final class UpdateOrder extends OpenEnum {
  /** The word {@code stop-first}. */
  public static final UpdateOrder STOP_FIRST = new UpdateOrder("stop-first");

  /** The word {@code start-first}. */
  public static final UpdateOrder START_FIRST = new UpdateOrder("start-first");

  private UpdateOrder(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static UpdateOrder of(String value) {
    return new UpdateOrder(value);
  }
}
