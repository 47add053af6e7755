package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How a certificate authority outside of the swarm is spoken to. */
public final class ExternalCaProtocol extends OpenEnum {
  /** As the one of CloudFlare is. */
  public static final ExternalCaProtocol CFSSL = new ExternalCaProtocol("cfssl");

  private ExternalCaProtocol(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ExternalCaProtocol of(String value) {
    return new ExternalCaProtocol(value);
  }
}
