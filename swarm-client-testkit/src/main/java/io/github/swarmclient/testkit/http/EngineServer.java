package io.github.swarmclient.testkit.http;

import io.github.swarmclient.TimeSource;
import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.testkit.http.FaultBoard.Aim;
import io.github.swarmclient.transport.EngineAddress;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A transport on a socket, where clients reach it by HTTP/1.1, and where faults strike them. */
public final class EngineServer implements AutoCloseable {
  /** How long to wait when the system gives no connection. */
  private static final long RETRY_MILLIS = 50;

  private final SwarmTransport engine;
  private final TimeSource time;
  private final Door door;
  private final FaultBoard board = new FaultBoard();
  private final Set<EngineConnection> connections = ConcurrentHashMap.newKeySet();
  private final String name;
  private final Thread acceptor;
  private volatile boolean closed;

  private EngineServer(SwarmTransport engine, TimeSource time, Door door) {
    this.engine = engine;
    this.time = time;
    this.door = door;
    this.name = "HttpEngine " + door.address();
    this.acceptor = new Thread(this::accept, name);
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /**
   * Serves {@code engine}; closing leaves it open.
   *
   * @param time what faults that take their time take it from
   * @param unixSocket the file to make, or null for a free port of the loopback interface
   * @throws IOException if there is nothing to listen on
   */
  public static EngineServer serve(
      SwarmTransport engine, TimeSource time, @Nullable Path unixSocket) throws IOException {
    Objects.requireNonNull(engine, "engine");
    return new EngineServer(
        engine, time, unixSocket == null ? TcpDoor.create() : UnixDoor.create(unixSocket));
  }

  /** Returns where clients find the engine now. */
  public EngineAddress address() {
    return door.address();
  }

  /** Returns the switchboard. */
  public Faults faults() {
    return new SocketFaults(this, Aim.ANYWHERE, null);
  }

  FaultBoard board() {
    return board;
  }

  private void accept() {
    try {
      for (boolean open = true; open; ) {
        open = acceptOne();
      }
    } catch (InterruptedException e) {
      // Whoever closes this waits no longer.
    }
  }

  /** Returns whether there is still something to accept from. */
  private boolean acceptOne() throws InterruptedException {
    Link link;
    try {
      link = door.accept();
    } catch (IOException e) {
      // Too many open files, for one, which are fewer later.
      Thread.sleep(RETRY_MILLIS);
      return !closed;
    }
    if (link == null) {
      return false;
    }
    if (board.closes()) {
      link.close();
    } else {
      serve(link);
    }
    return true;
  }

  private void serve(Link link) {
    EngineConnection connection = new EngineConnection(name, link, engine, board, time);
    connections.add(connection);
    connection.start(() -> connections.remove(connection));
    // Asked after the connection was added: close() sees it, or this sees that close() was
    // called.
    if (closed) {
      connection.close();
    }
  }

  /** Locks the socket; who is connected has to connect anew. */
  void lock(Fault fault) {
    String refusal = door.refusal(fault);
    if (refusal != null) {
      throw new IllegalArgumentException(refusal + ", so that there is no " + fault);
    }
    door.prepare(fault);
    set(fault);
    endConnections();
  }

  private void set(@Nullable Fault fault) {
    try {
      door.set(fault);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set the faults of " + this, e);
    }
  }

  void endConnections() {
    connections.forEach(EngineConnection::close);
  }

  void clear() {
    boolean locked = door.fault() != null;
    board.clear();
    set(null);
    connections.stream()
        .filter(connection -> locked || connection.isStruck())
        .forEach(EngineConnection::close);
  }

  /**
   * Ends all connections and the threads that served them. Closing again does nothing.
   *
   * @throws IllegalStateException if the engine does not come back from a request, even though its
   *     thread was interrupted
   */
  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(EngineConnection::close);
    List<Thread> threads = new ArrayList<>(List.of(acceptor));
    connections.stream().flatMap(EngineConnection::threads).forEach(threads::add);
    EngineConnection.join(threads);
  }

  @Override
  public String toString() {
    return address().toString();
  }
}
