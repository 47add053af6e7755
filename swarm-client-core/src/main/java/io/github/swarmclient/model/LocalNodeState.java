package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether an engine is in a swarm. */
public final class LocalNodeState extends OpenEnum {
  /** It is in none. */
  public static final LocalNodeState INACTIVE = new LocalNodeState("inactive");

  /** It is about to join one. */
  public static final LocalNodeState PENDING = new LocalNodeState("pending");

  /** It is in one. */
  public static final LocalNodeState ACTIVE = new LocalNodeState("active");

  /** It is in one, but cannot act. */
  public static final LocalNodeState ERROR = new LocalNodeState("error");

  /** It is in one, but its data are locked: it needs the unlock key. API 1.25. */
  public static final LocalNodeState LOCKED = new LocalNodeState("locked");

  private LocalNodeState(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static LocalNodeState of(String value) {
    return new LocalNodeState(value);
  }
}
