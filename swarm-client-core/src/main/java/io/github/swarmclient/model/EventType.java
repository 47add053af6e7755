package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The kind of object that an event is about. */
public final class EventType extends OpenEnum {
  /** The cache of builds. */
  public static final EventType BUILDER = new EventType("builder");

  /** A config. API 1.31. */
  public static final EventType CONFIG = new EventType("config");

  /** A container of the engine. */
  public static final EventType CONTAINER = new EventType("container");

  /** The engine itself. */
  public static final EventType DAEMON = new EventType("daemon");

  /** An image of the engine. */
  public static final EventType IMAGE = new EventType("image");

  /** A network of the swarm or the engine. */
  public static final EventType NETWORK = new EventType("network");

  /** A node of the swarm. API 1.30. */
  public static final EventType NODE = new EventType("node");

  /** A plug-in of the engine. */
  public static final EventType PLUGIN = new EventType("plugin");

  /** A secret. API 1.30. */
  public static final EventType SECRET = new EventType("secret");

  /** A service. API 1.30. */
  public static final EventType SERVICE = new EventType("service");

  /** A volume of the engine. */
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
