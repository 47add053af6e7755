package io.github.swarmclient.transport;

import java.io.IOException;

/**
 * Carries requests to one engine. Thread-safe; expensive to make, so made once and closed by
 * whoever made it.
 *
 * <p>An implementation sends what it is given and nothing else: it follows no redirect, asks for no
 * compression and sends {@link TransportRequest#target()} as it stands. It repeats nothing that
 * could change something; a GET or HEAD it may send once more when a connection that was kept turns
 * out to have been closed meanwhile. Its {@code toString()} is the address it talks to, for use in
 * messages.
 */
public interface SwarmTransport extends AutoCloseable {

  /**
   * Sends {@code request} and returns when the headers of the response have arrived; the body stays
   * a stream.
   *
   * @throws NotConnectedException if no connection could be made, so that the engine has certainly
   *     seen nothing of the request
   * @throws IOException if there is no answer for another reason; the engine may have acted on the
   *     request
   * @throws java.net.SocketTimeoutException if the engine stayed silent for longer than {@link
   *     TransportRequest#readTimeout()}
   * @throws IllegalStateException if this transport is closed
   */
  TransportResponse send(TransportRequest request) throws IOException;

  /**
   * Ends all connections, also those whose response is still being read: their readers fail with an
   * {@link IOException} at once. Closing again does nothing.
   */
  @Override
  void close();
}
