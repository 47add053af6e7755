package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.transport.SwarmTransport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * One engine of a {@link SwarmCluster}, and the switches of its host: the plug, the network cable.
 * Each verb returns when it has taken effect. Whatever is done, address and endpoint stay, so that
 * a client made before works after.
 *
 * <p>A verb that an engine of some kind cannot have is an {@link UnsupportedOperationException}
 * which says why.
 */
public interface SwarmNode {

  /** Returns the host name, unique in its cluster. */
  String hostname();

  /** Returns the IP address that the other engines reach this one by. */
  String address();

  /** Returns the cluster that this is an engine of. */
  SwarmCluster cluster();

  /** Returns a new client of this engine alone. Whoever calls this closes it. */
  SwarmClient connect();

  /** Returns a new transport to this engine alone. Whoever calls this closes it. */
  SwarmTransport transport();

  /**
   * Returns the switchboard of what goes wrong on the way to this engine. The first call puts the
   * engine on a socket of the kit, a port of the loopback interface: {@link #connect}, {@link
   * #transport} and {@link SwarmCluster#connect} go through it from then on, and whoever takes
   * {@link Faults#address} for its {@code DOCKER_HOST}. Transports made before, and the verbs of
   * the kit itself, go around it. {@link SwarmCluster#reset} clears the faults, and closing the
   * cluster ends the socket.
   */
  default Faults faults() {
    throw Unsupported.verb("faults", this);
  }

  /**
   * Does as {@link #faults()} does, with a unix socket.
   *
   * @param unixSocket the file to make, which is deleted at the end
   * @throws IllegalStateException if the socket of this node is another one already
   */
  default Faults faults(Path unixSocket) {
    throw Unsupported.verb("faults", this);
  }

  /**
   * Returns whether the engine is to be reached: neither stopped nor killed, paused or isolated.
   */
  default boolean isReachable() {
    return true;
  }

  /**
   * Stops the engine, with its containers. Its address stays the same when it is started again.
   * Does nothing if it is stopped.
   */
  void stop();

  /** Starts the engine again, and returns when it answers. Does nothing if it runs. */
  void start();

  /** Ends the engine and its containers at once, as a power cut does. */
  default void kill() {
    throw Unsupported.verb("kill", this);
  }

  /** Stops the engine, starts it again, and returns when it answers. */
  default void restart() {
    stop();
    start();
  }

  /**
   * Freezes the engine and its containers: connections stay open, and nothing answers. Does nothing
   * if it is off; once it is, it is frozen no more.
   */
  default void pause() {
    throw Unsupported.verb("pause", this);
  }

  /** Lets the engine go on after {@link #pause}, and returns when it answers. */
  default void unpause() {
    throw Unsupported.verb("unpause", this);
  }

  /** Pulls the network cable: neither the other engines nor a client of this one reach it. */
  default void isolate() {
    throw Unsupported.verb("isolate", this);
  }

  /**
   * Puts the network cable in again, and returns when the engine answers. Parts of a {@linkplain
   * SwarmCluster#partition partition} stay apart until {@link SwarmCluster#heal}.
   */
  default void heal() {
    throw Unsupported.verb("heal", this);
  }

  /** Stops all tasks of this node, which run elsewhere then, and returns when none is left. */
  default void drain() {
    SwarmVerbs.withManager(cluster(), swarm -> swarm.nodes().drain(hostname()).awaitDrained());
  }

  /** Gives this node tasks again; those that it had do not come back. */
  default void activate() {
    SwarmVerbs.withManager(cluster(), swarm -> swarm.nodes().activate(hostname()).await());
  }

  /** Makes this worker a manager, and returns when it is one. */
  default void promote() {
    SwarmVerbs.withManager(cluster(), swarm -> swarm.nodes().promote(hostname()).await());
  }

  /** Makes this manager a worker, and returns when it is one. */
  default void demote() {
    SwarmVerbs.withManager(cluster(), swarm -> swarm.nodes().demote(hostname()).await());
  }

  /**
   * Locks this manager: turns autolock on, if it is off, and restarts the engine, which is of no
   * use as a manager then until it is {@linkplain #unlock unlocked}.
   *
   * @return the key, which is a secret
   * @throws IllegalStateException if this is no manager, or does not answer; nothing is changed
   *     then
   */
  default String lock() {
    return SwarmVerbs.lock(this);
  }

  /** Unlocks this manager, and returns when it manages again. */
  default void unlock(String key) {
    SwarmVerbs.unlock(this, key);
  }

  /** Returns when the managers take this node for Ready. */
  default void awaitReady() {
    SwarmVerbs.awaitReady(this);
  }

  /** Returns when the managers have given this node up, some 13 seconds after it is gone. */
  default void awaitDown() {
    SwarmVerbs.awaitDown(this);
  }

  /**
   * Runs a command on the host of the engine, where also the docker command line is.
   *
   * @throws IllegalStateException if the host is off, or it takes longer than a minute
   */
  default ExecResult exec(String... command) {
    throw Unsupported.verb("exec", this);
  }

  /**
   * Loads the images of a file into this engine.
   *
   * @param imageTar what {@code docker save} or {@link AppImage#saveTo} wrote
   * @throws IllegalArgumentException if it is no such file
   * @throws IllegalStateException if the engine refuses it
   */
  default void load(Path imageTar) {
    throw Unsupported.verb("load", this);
  }

  /** Returns the last 200 lines that the engine logged, also if it is stopped. */
  default String engineLogs() {
    throw Unsupported.verb("engineLogs", this);
  }

  /**
   * Returns where this process reaches a published port of this node. Whether anything answers
   * there is up to the services. Of an embedded engine, and where Docker's networks cannot be
   * reached from this process, only HTTP's GET is answered there.
   *
   * @param port the published port
   */
  default InetSocketAddress publishedPort(int port) {
    return new InetSocketAddress(address(), port);
  }

  /**
   * Returns what answers a GET of {@code path} at a published port of this node, as a user outside
   * of the swarm would see it.
   *
   * @param port the published port
   * @param path the path, beginning with a slash
   * @throws IOException if nothing answers, or not with status 200
   */
  String fetch(int port, String path) throws IOException;
}
