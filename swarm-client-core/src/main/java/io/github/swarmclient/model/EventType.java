package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The kind of object an event is about. */
public final class EventType extends OpenEnum {
  /** The word {@code builder}. */
  public static final EventType BUILDER = new EventType("builder");

  /** The word {@code config}. */
  public static final EventType CONFIG = new EventType("config");

  /** The word {@code container}. */
  public static final EventType CONTAINER = new EventType("container");

  /** The word {@code daemon}. */
  public static final EventType DAEMON = new EventType("daemon");

  /** The word {@code image}. */
  public static final EventType IMAGE = new EventType("image");

  /** The word {@code network}. */
  public static final EventType NETWORK = new EventType("network");

  /** The word {@code node}. */
  public static final EventType NODE = new EventType("node");

  /** The word {@code plugin}. */
  public static final EventType PLUGIN = new EventType("plugin");

  /** The word {@code secret}. */
  public static final EventType SECRET = new EventType("secret");

  /** The word {@code service}. */
  public static final EventType SERVICE = new EventType("service");

  /** The word {@code volume}. */
  public static final EventType VOLUME = new EventType("volume");

  private EventType(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EventType of(String value) {
    return new EventType(value);
  }
}
