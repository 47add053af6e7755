package io.github.swarmclient.transport;

/**
 * Makes transports; found by {@link java.util.ServiceLoader}. An artifact that brings a transport
 * lists its provider there.
 */
public interface SwarmTransportProvider {

  /** Returns whether {@link #open} can make a transport for {@code address}. */
  boolean supports(EngineAddress address);

  /**
   * Makes a transport. Connects to nothing yet.
   *
   * @throws IllegalArgumentException if the address is not supported
   */
  SwarmTransport open(EngineAddress address);
}
