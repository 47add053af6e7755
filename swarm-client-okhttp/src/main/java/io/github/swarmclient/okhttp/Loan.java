package io.github.swarmclient.okhttp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The use of a socket by one exchange. A response that is closed late, when its connection already
 * carries the next exchange, holds an old loan, and can do that exchange no harm.
 */
final class Loan {
  private final EngineSocket socket;
  private final boolean first;

  Loan(EngineSocket socket, boolean first) {
    this.socket = socket;
    this.first = first;
  }

  /** Returns whether the connection was made for this exchange. */
  boolean first() {
    return first;
  }

  /** Closes the socket, unless it has gone on to another exchange. A blocked reader is woken. */
  void end() {
    socket.end(this);
  }

  /**
   * Lets reads wait no longer than this, until the socket goes on to another exchange.
   *
   * @param millis 0 for not at all
   */
  void hurry(int millis) throws IOException {
    socket.hurry(this, millis);
  }

  /** Returns what leads to the engine, past HTTP; closing it ends that direction alone. */
  OutputStream output() {
    return new FilterOutputStream(socket.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        socket.shutdownOutput();
      }
    };
  }
}
