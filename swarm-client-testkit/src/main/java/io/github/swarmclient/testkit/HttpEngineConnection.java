package io.github.swarmclient.testkit;

import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One client of an {@link HttpEngine}. Two threads serve it: one reads requests, and so notices
 * when the client goes away; the other answers them, and may be blocked by a stream that is silent.
 */
final class HttpEngineConnection {
  private static final long PATIENCE_MILLIS = 2_000;

  private final SocketChannel channel;
  private final SwarmTransport engine;
  private final LinkedBlockingQueue<Optional<TransportRequest>> requests =
      new LinkedBlockingQueue<>();
  private final Thread reader = daemon(this::read, "reader");
  private final Thread writer = daemon(this::write, "writer");
  private @Nullable TransportResponse response; // guarded by this
  private boolean gone; // guarded by this
  private Runnable whenDone = () -> {};

  HttpEngineConnection(SocketChannel channel, SwarmTransport engine) {
    this.channel = channel;
    this.engine = engine;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, "HttpEngine " + name);
    thread.setDaemon(true);
    return thread;
  }

  void start(Runnable done) {
    whenDone = done;
    reader.start();
    writer.start();
  }

  private void read() {
    HttpEngineRequests in = new HttpEngineRequests(channel);
    try {
      Optional<TransportRequest> request = in.next();
      while (request.isPresent()) {
        requests.add(request);
        request = in.next();
      }
    } catch (IOException e) {
      // The client has gone, or speaks no HTTP: the same end.
    } finally {
      endResponse();
      requests.add(Optional.empty());
    }
  }

  private synchronized void endResponse() {
    gone = true;
    if (response != null) {
      response.close();
    }
  }

  private void write() {
    HttpEngineReplies out = new HttpEngineReplies(channel);
    try {
      Optional<TransportRequest> request = requests.take();
      boolean more = true;
      while (request.isPresent() && more) {
        more = answer(request.get(), out);
        request = more ? requests.take() : request;
      }
    } catch (IOException | InterruptedException e) {
      // The engine gave no whole answer, or nobody takes it: then the connection ends.
    } finally {
      close();
      join(reader);
      whenDone.run();
    }
  }

  private boolean answer(TransportRequest request, HttpEngineReplies out) throws IOException {
    TransportResponse answer;
    try {
      answer = engine.send(request);
    } catch (RuntimeException e) {
      out.failure(e);
      return false;
    }
    try (answer) {
      begin(answer);
      return out.reply(request, answer);
    } finally {
      begin(null);
    }
  }

  private synchronized void begin(@Nullable TransportResponse begun) {
    response = begun;
    if (gone && begun != null) {
      begun.close();
    }
  }

  /** Ends the connection; its threads end soon. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void join() {
    join(reader);
    join(writer);
  }

  /** Waits for a thread to end; if it takes long, it is interrupted, and then given up. */
  static void join(Thread thread) {
    try {
      thread.join(PATIENCE_MILLIS);
      thread.interrupt();
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (thread.isAlive()) {
      throw new IllegalStateException("the engine does not come back from a request");
    }
  }
}
