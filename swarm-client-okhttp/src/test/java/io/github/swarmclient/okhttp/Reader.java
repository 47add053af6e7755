package io.github.swarmclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A thread that reads the next byte of a response, which does not come. */
final class Reader {
  private static final Set<String> READS =
      Set.of(
          "jnr.enxio.channels.Native.read",
          "sun.nio.ch.Net.poll",
          "sun.nio.ch.SocketDispatcher.read0");

  private final CompletableFuture<Integer> read = new CompletableFuture<>();
  private final CompletableFuture<Long> endedAt = new CompletableFuture<>();
  private final Thread thread;

  private Reader(TransportResponse response) {
    thread =
        new Thread(
            () -> {
              try {
                read.complete(response.body().read());
              } catch (IOException | RuntimeException e) {
                read.completeExceptionally(e);
              }
              endedAt.complete(System.nanoTime());
            },
            "reader");
    thread.setDaemon(true);
    thread.start();
  }

  static Reader of(TransportResponse response) {
    return new Reader(response);
  }

  /** Waits until the thread is inside the read of a socket, of either kind. */
  void awaitBlocked() {
    while (!isBlocked()) {
      Thread.onSpinWait();
    }
  }

  private boolean isBlocked() {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (READS.contains(frame.getClassName() + "." + frame.getMethodName())) {
        return true;
      }
    }
    return false;
  }

  void interrupt() {
    thread.interrupt();
  }

  Throwable failure() throws Exception {
    assertThat(read).failsWithin(5, TimeUnit.SECONDS);
    return read.handle((value, failure) -> failure).get();
  }

  long endedAt() throws Exception {
    return endedAt.get(5, TimeUnit.SECONDS);
  }
}
