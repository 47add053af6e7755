package io.github.swarmclient.testkit.fault;

import io.github.swarmclient.transport.EngineAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The switchboard of one socket behind which an engine answers. What is switched on here strikes
 * whoever talks through that socket: clients of this library, the docker command line, anything.
 *
 * <pre>{@code
 * Faults faults = cluster.node("docker01").faults();
 * faults.on("POST", "/services/create").next(Fault.LOST_LEADER);
 * …
 * assertThat(faults.struck(Fault.LOST_LEADER)).isEqualTo(1);
 * faults.clear();
 * }</pre>
 *
 * <p>Of several faults the one that was switched on first strikes, one for each request; {@link
 * Fault#CLOSE_DURING_HEADERS} before all others, as nothing of the request is read yet. {@code GET
 * /_ping}, by which clients ask for the API version, is only struck where {@link #on} names it.
 * Thread-safe.
 */
public interface Faults {

  /**
   * Lets a fault strike the next request that it {@linkplain Fault#concerns concerns}; if that is
   * {@link Fault#ACCEPT_THEN_CLOSE}, the next connection.
   *
   * @throws IllegalArgumentException if it is one that the operating system makes, which strikes
   *     until {@link #clear}: use {@link #always}
   */
  void next(Fault fault);

  /**
   * Lets a fault strike every request that it concerns, until {@link #clear}. One of the stage
   * {@link Fault.Stage#CONNECT} ends the connections that there are, so that clients have to
   * connect anew.
   *
   * @throws IllegalArgumentException if this socket cannot have it: a TCP port has no path, a unix
   *     socket no TLS
   * @throws UnsupportedOperationException if this process cannot be struck by it, such as one of
   *     root, who may open any socket
   */
  void always(Fault fault);

  /**
   * Returns a view of this that strikes certain requests only.
   *
   * @param method the HTTP method
   * @param path the path without the API version; {@code *} stands for one segment: {@code
   *     /services/*}{@code /logs}
   */
  Faults on(String method, String path);

  /**
   * Returns a view of this whose faults take another time than they usually do: a hang altogether,
   * a drip between one byte and the next.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  Faults lasting(Duration time);

  /** Switches all faults off, ends the connections on which one hangs, and counts from 0 again. */
  void clear();

  /**
   * Returns how often a fault has struck since the last {@link #clear}. Connections that the
   * operating system refuses are not counted.
   */
  int struck(Fault fault);

  /**
   * Returns where clients find the engine, for {@code DOCKER_HOST}; while {@link
   * Fault#PATH_TOO_LONG} is on, a path that is too long, and {@code https} while a fault wants
   * clients to speak TLS.
   */
  EngineAddress address();

  /**
   * Returns a folder as {@code DOCKER_CERT_PATH} names one: {@code ca.pem}, {@code cert.pem} and
   * {@code key.pem}, for clients that are to meet the faults of TLS. The key is good for nothing
   * else.
   *
   * @throws IllegalStateException if they cannot be made
   */
  Path certificates();
}
