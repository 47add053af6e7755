package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;

/** A connection that breaks as soon as it is read. */
final class Broken extends InputStream {
  @Override
  public int read() throws IOException {
    throw new IOException("connection reset");
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return read();
  }
}
