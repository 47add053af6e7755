package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How the name of a service is resolved. */
public final class EndpointMode extends OpenEnum {
  /** To one virtual address, behind which the tasks are balanced. */
  public static final EndpointMode VIP = new EndpointMode("vip");

  /** To the addresses of the tasks, in turn. */
  public static final EndpointMode DNSRR = new EndpointMode("dnsrr");

  private EndpointMode(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EndpointMode of(String value) {
    return new EndpointMode(value);
  }
}
