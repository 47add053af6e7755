package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How an engine is placed in a swarm. */
public final class LocalNodeState extends OpenEnum {
  /** The word {@code inactive}. */
  public static final LocalNodeState INACTIVE = new LocalNodeState("inactive");

  /** The word {@code pending}. */
  public static final LocalNodeState PENDING = new LocalNodeState("pending");

  /** The word {@code active}. */
  public static final LocalNodeState ACTIVE = new LocalNodeState("active");

  /** The word {@code error}. */
  public static final LocalNodeState ERROR = new LocalNodeState("error");

  /** The word {@code locked}. */
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
