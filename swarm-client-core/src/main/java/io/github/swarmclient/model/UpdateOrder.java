package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether an update stops the old task before or after the new one starts. API 1.29. */
public final class UpdateOrder extends OpenEnum {
  /** Before. */
  public static final UpdateOrder STOP_FIRST = new UpdateOrder("stop-first");

  /** After it runs; for a while there are both. */
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
