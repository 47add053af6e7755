package io.github.swarmclient.okhttp;

import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.SwarmTransportProvider;

/** Offers {@link OkHttpTransport} to {@link java.util.ServiceLoader}. */
public final class OkHttpTransportProvider implements SwarmTransportProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public OkHttpTransportProvider() {}

  /** Returns whether {@code address} is one of a unix socket or of plain TCP. */
  @Override
  public boolean supports(EngineAddress address) {
    return Endpoint.supports(address);
  }

  @Override
  public SwarmTransport open(EngineAddress address) {
    return OkHttpTransport.open(address);
  }
}
