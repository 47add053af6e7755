package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Where a port of a service is published. API 1.29. */
public final class PublishMode extends OpenEnum {
  /** On every node, by the routing mesh. */
  public static final PublishMode INGRESS = new PublishMode("ingress");

  /** On the nodes that run a task, to that task. */
  public static final PublishMode HOST = new PublishMode("host");

  private PublishMode(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PublishMode of(String value) {
    return new PublishMode(value);
  }
}
