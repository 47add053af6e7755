package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Where a port is published. */
public final class PublishMode extends OpenEnum {
  /** The word {@code ingress}. */
  public static final PublishMode INGRESS = new PublishMode("ingress");

  /** The word {@code host}. */
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
