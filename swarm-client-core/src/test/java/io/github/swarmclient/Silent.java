package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Says nothing until it is closed, which ends a waiting read as a socket's does. */
final class Silent extends InputStream {
  final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public int read() throws IOException {
    reading.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("Socket closed");
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return read();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
