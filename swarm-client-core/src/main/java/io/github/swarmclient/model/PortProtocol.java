package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The protocol of a port. */
public final class PortProtocol extends OpenEnum {
  /** TCP. */
  public static final PortProtocol TCP = new PortProtocol("tcp");

  /** UDP. */
  public static final PortProtocol UDP = new PortProtocol("udp");

  /** SCTP. API 1.37. */
  public static final PortProtocol SCTP = new PortProtocol("sctp");

  private PortProtocol(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PortProtocol of(String value) {
    return new PortProtocol(value);
  }
}
