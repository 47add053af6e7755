package io.github.swarmclient.transport;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What an engine answered: the status and headers, and the body as it arrives. */
public interface TransportResponse extends AutoCloseable {

  /** Returns the HTTP status, of any class; a redirect is a status like any other. */
  int status();

  /**
   * Returns the value of a header, the last one if there are several, or null if there is none.
   *
   * @param name the header's name, in any case
   */
  @Nullable String header(String name);

  /**
   * Returns the body, always the same stream. It ends only where the engine ended it: a body that
   * is cut short is an {@link java.io.IOException}.
   */
  InputStream body();

  /**
   * Returns what leads to the engine, if the status is 101: the connection carries no HTTP any
   * more, and what the engine sends is the body. What is written goes out at once. Closing it ends
   * this direction alone, which the engine notices, and leaves the body open. May be used by one
   * thread while another one reads the body. Null for any other status, and from transports that
   * cannot do this.
   */
  default @Nullable OutputStream upgraded() {
    return null;
  }

  /**
   * Gives the connection up. May be called by any thread; a thread that is reading the body then
   * fails with an {@link java.io.IOException} within 100 ms. Closing again does nothing.
   */
  @Override
  void close();
}
