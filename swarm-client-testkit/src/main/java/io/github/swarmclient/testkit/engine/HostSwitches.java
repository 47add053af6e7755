package io.github.swarmclient.testkit.engine;

import io.github.swarmclient.transport.NotConnectedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be done to a machine while its engine runs: freeze it, pull its network cable. */
public final class HostSwitches {
  /** How long a client waits for a machine that is not on the network. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Host host;
  private boolean paused;
  private boolean isolated;
  private int side;

  HostSwitches(Host host) {
    this.host = host;
  }

  /** Freezes the engine and its containers, if it runs, or lets them go on. */
  public void pause(boolean pause) {
    turn(
        () -> {
          boolean before = paused;
          paused = pause && host.runs();
          return before != paused;
        });
  }

  /** Pulls the network cable, or puts it in again. */
  public void isolate(boolean isolate) {
    turn(
        () -> {
          boolean before = isolated;
          isolated = isolate;
          return before != isolate;
        });
  }

  /** A switch that tells whether it was turned. */
  private interface Switch {
    boolean turned();
  }

  private void turn(Switch change) {
    World world = host.world();
    world.atomically(
        () -> {
          if (change.turned() && host.isRunning()) {
            if (responds()) {
              Power.found(host);
            } else {
              Power.lost(host);
            }
            world.changed();
          }
        });
  }

  /** Returns whether others get an answer, so far as it is up to this machine. */
  public boolean responds() {
    return !paused && !isolated;
  }

  int side() {
    return side;
  }

  void side(int number) {
    side = number;
  }

  /** Returns whether this host gets an answer from another. */
  boolean reaches(Host other) {
    return other.isRunning()
        && responds()
        && other.switches().responds()
        && side == other.switches().side;
  }

  /** Lets the swarm of a host do without it if it is on the wrong side of a partition. */
  static void check(Host host) {
    Cluster cluster = host.membership().cluster;
    Node node = host.membership().node();
    if (host.isRunning() && cluster != null && node != null) {
      cluster.raft.look();
      if (!node.alive()) {
        Power.missed(cluster, node);
      }
    }
  }

  /** Returns at once, or as a client does that waits for a machine out of reach. */
  void awaitReachable(@Nullable Duration readTimeout) throws IOException {
    if (isolated) {
      host.world().pass(CONNECT_TIMEOUT);
      throw new NotConnectedException(
          "no answer from the embedded engine "
              + host.hostname()
              + " within "
              + CONNECT_TIMEOUT.toSeconds()
              + "s: it is isolated; heal it to connect to it",
          null);
    }
    if (paused && readTimeout != null) {
      host.world().pass(readTimeout);
      if (paused) {
        throw new SocketTimeoutException(
            "no answer from the embedded engine " + host.hostname() + ": it is paused");
      }
    }
    while (paused && host.isRunning()) {
      try {
        host.world().awaitChange(host.world().now());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + host.hostname());
      }
    }
  }
}
