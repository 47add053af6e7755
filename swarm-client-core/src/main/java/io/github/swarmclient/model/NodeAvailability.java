package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Whether a node takes tasks. */
public final class NodeAvailability extends OpenEnum {
  /** It does. */
  public static final NodeAvailability ACTIVE = new NodeAvailability("active");

  /** It takes no new ones, and keeps those it has. */
  public static final NodeAvailability PAUSE = new NodeAvailability("pause");

  /** It takes none, and those it has go elsewhere. */
  public static final NodeAvailability DRAIN = new NodeAvailability("drain");

  private NodeAvailability(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static NodeAvailability of(String value) {
    return new NodeAvailability(value);
  }
}
