package io.github.swarmclient.testkit.http;

import io.github.swarmclient.TimeSource;
import io.github.swarmclient.testkit.http.Requests.Incoming;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client of an {@link EngineServer}. Two threads serve it: one reads requests, and so notices
 * when the client goes away; the other answers them, and may be blocked by a stream that is silent.
 */
final class EngineConnection {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Link link;
  private final SwarmTransport engine;
  private final FaultBoard faults;
  private final TimeSource time;
  private final Ending ending = new Ending();
  private final LinkedBlockingQueue<Optional<Incoming>> requests = new LinkedBlockingQueue<>();
  private final Thread reader;
  private final Thread writer;
  private @Nullable TransportResponse response; // guarded by this
  private boolean gone; // guarded by this
  private volatile boolean struck;
  private Runnable whenDone = () -> {};

  EngineConnection(
      String name, Link link, SwarmTransport engine, FaultBoard faults, TimeSource time) {
    this.reader = daemon(this::read, name + " reader");
    this.writer = daemon(this::write, name + " writer");
    this.link = link;
    this.engine = engine;
    this.faults = faults;
    this.time = time;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  void start(Runnable done) {
    whenDone = done;
    reader.start();
    writer.start();
  }

  private void read() {
    Requests in = new Requests(link, faults, ending);
    try {
      Optional<Incoming> request = in.next();
      while (request.isPresent()) {
        Upgrade upgrade = request.get().upgrade();
        requests.add(request);
        if (request.get().upgrades() && upgrade.await()) {
          in.copyRest(upgrade.input());
          return; // and the answer goes on
        }
        request = in.next();
      }
      endResponse();
    } catch (IOException | InterruptedException e) {
      // The client has gone, or speaks no HTTP: the same end.
      endResponse();
    } finally {
      requests.add(Optional.empty());
    }
  }

  private synchronized void endResponse() {
    gone = true;
    ending.now();
    if (response != null) {
      response.close();
    }
  }

  private void write() {
    try {
      Optional<Incoming> request = requests.take();
      boolean more = true;
      while (request.isPresent() && more) {
        more = answer(request.get());
        request = more ? requests.take() : request;
      }
    } catch (IOException | InterruptedException e) {
      // The engine gave no whole answer, or nobody takes it: then the connection ends.
    } finally {
      close();
      join(List.of(reader));
      whenDone.run();
    }
  }

  private boolean answer(Incoming incoming) throws IOException {
    Hit hit = incoming.hit();
    struck = hit != null;
    try {
      boolean more = hit == null ? pass(incoming) : new Struck(this, link, incoming, hit).answer();
      struck = false;
      return more;
    } finally {
      begin(null);
      incoming.upgrade().none();
    }
  }

  private boolean pass(Incoming incoming) throws IOException {
    Replies out = new Replies(link);
    TransportResponse answer;
    try {
      answer = ask(incoming);
    } catch (RuntimeException e) {
      out.failure(e);
      return false;
    }
    try (answer) {
      return out.reply(incoming.request(), answer);
    }
  }

  /** Hands a request to the engine. The answer is closed when the client goes away. */
  TransportResponse ask(Incoming incoming) throws IOException {
    TransportResponse answer = engine.send(incoming.request());
    begin(answer);
    if (answer.status() == Upgrade.STATUS) {
      incoming.upgrade().to(answer.upgraded());
    }
    return answer;
  }

  private synchronized void begin(@Nullable TransportResponse begun) {
    response = begun;
    if (gone && begun != null) {
      begun.close();
    }
  }

  Ending ending() {
    return ending;
  }

  TimeSource time() {
    return time;
  }

  /** Returns whether a fault keeps the connection from going on. */
  boolean isStruck() {
    return struck || ending.isAwaited();
  }

  /** Ends the connection; its threads end soon. */
  void close() {
    ending.now();
    link.close();
    endResponse();
  }

  Stream<Thread> threads() {
    return Stream.of(reader, writer);
  }

  /** Waits for threads to end; those that take long are interrupted, and then given up. */
  static void join(List<Thread> threads) {
    try {
      await(threads);
      threads.forEach(Thread::interrupt);
      await(threads);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (threads.stream().anyMatch(Thread::isAlive)) {
      throw new IllegalStateException("the engine does not come back from a request");
    }
  }

  /** Waits for all of them together as long as for one. */
  private static void await(List<Thread> threads) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (Thread thread : threads) {
      // Zero would be for ever.
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }
  }
}
