package io.github.swarmclient;

import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every request of a client goes through here: which engine gets it, in which version, and what
 * becomes of a failure. Thread-safe.
 */
final class ApiCalls implements AutoCloseable {
  /** Rides out the loss of a leader: two stalls of 20 s and an election between them. */
  static final Duration FAILOVER_BUDGET = Duration.ofSeconds(60);

  private static final Duration FAILOVER_PAUSE = Duration.ofMillis(500);

  private final List<Engine> engines;
  private final TimeSource time;
  private final RegistryCredentials logins;
  private volatile int preferred;

  ApiCalls(List<Engine> engines, TimeSource time, RegistryCredentials logins) {
    this.engines = List.copyOf(engines);
    this.time = time;
    this.logins = logins;
  }

  TimeSource time() {
    return time;
  }

  /** Returns the logins at registries that the user has. */
  RegistryCredentials logins() {
    return logins;
  }

  /**
   * Begins a request.
   *
   * @param operation what is attempted, and on what, for messages
   * @param path the endpoint, each parameter a {@code {}}
   * @throws IllegalArgumentException if a parameter is no name or ID
   */
  ApiCall get(String operation, String path, String... parameters) {
    return call("GET", operation, path, parameters);
  }

  ApiCall head(String operation, String path, String... parameters) {
    return call("HEAD", operation, path, parameters);
  }

  ApiCall post(String operation, String path, String... parameters) {
    return call("POST", operation, path, parameters);
  }

  ApiCall put(String operation, String path, String... parameters) {
    return call("PUT", operation, path, parameters);
  }

  ApiCall delete(String operation, String path, String... parameters) {
    return call("DELETE", operation, path, parameters);
  }

  private ApiCall call(String method, String operation, String path, String... parameters) {
    return new ApiCall(this, method, operation, PathTemplate.fill(operation, path, parameters));
  }

  /** Returns the version that is talked with the engine in use. */
  ApiVersion version() {
    return withEngine("version negotiation", false, FAILOVER_BUDGET, engine -> engine.version());
  }

  /** Returns the newest version of the engine in use, though another one may be talked to it. */
  ApiVersion engineVersion() {
    return withEngine("version negotiation", false, FAILOVER_BUDGET, engine -> engine.ownVersion());
  }

  /** Throws unless the engine's API is new enough for {@code what}. */
  void requires(String operation, ApiVersion needed, String what) {
    ApiVersion has = version();
    if (!has.atLeast(needed)) {
      throw new UnsupportedApiException(operation, what, needed, has);
    }
  }

  /** What is done with one engine. */
  @FunctionalInterface
  interface Exchange<T> {
    T with(Engine engine) throws IOException;
  }

  /**
   * Does {@code exchange} with the engine in use. With several engines a read goes on to the next
   * one until {@code budget} is spent; a write only where it certainly had no effect.
   */
  <T> T withEngine(String operation, boolean write, Duration budget, Exchange<T> exchange) {
    Instant deadline = time.now().plus(budget);
    int refusedInARow = 0;
    for (int tried = 1; ; tried++) {
      int index = preferred;
      Engine engine = engines.get(index);
      SwarmException failure;
      try {
        return exchange.with(engine);
      } catch (IOException e) {
        failure = new TransportException(operation, engine.name(), write, e);
      } catch (SwarmStateException | SwarmUnavailableException e) {
        failure = e;
      }
      refusedInARow = isForGood(failure) ? refusedInARow + 1 : 0;
      if (refusedInARow == engines.size()
          || !goesOn(failure, write)
          || !time.now().isBefore(deadline)) {
        throw failure;
      }
      if (tried % engines.size() == 0) {
        pause(operation);
      }
      preferred = (index + 1) % engines.size();
    }
  }

  /** Whether waiting is no help: the engine is no manager, and becomes none by itself. */
  private static boolean isForGood(SwarmException failure) {
    return failure instanceof SwarmStateException state
        && state.state() != SwarmStateException.State.NOT_READY;
  }

  private boolean goesOn(SwarmException failure, boolean write) {
    if (engines.size() == 1) {
      return false;
    }
    if (failure instanceof SwarmStateException state) {
      // Refused before anything was done, so that even a write may be offered to another manager.
      return switch (state.state()) {
        case NOT_A_MANAGER, NOT_IN_SWARM, LOCKED, NOT_READY -> true;
        default -> false;
      };
    }
    return !write || failure.getCause() instanceof NotConnectedException;
  }

  private void pause(String operation) {
    try {
      time.sleep(FAILOVER_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitException(operation, "interrupted while no manager answered", e);
    }
  }

  /** Throws what {@code response} stands for unless it is a success. Closes it then. */
  static void check(
      TransportResponse response, String operation, String engine, boolean write, String path)
      throws IOException {
    if ((response.status() >= 200 && response.status() < 300) || response.status() == 101) {
      return;
    }
    try (response) {
      String message = ErrorBody.message(response, path);
      throw EngineErrors.toException(
          EngineAnswer.of(operation, engine, write, response.status(), message));
    }
  }

  /** Returns the names of the engines, for messages. */
  String names() {
    return engines.stream().map(Engine::name).collect(Collectors.joining(", "));
  }

  /**
   * Throws if there are several engines, where {@code operation} is about one of them and must not
   * reach another.
   */
  void requiresOneEngine(String operation) {
    if (engines.size() > 1) {
      throw new IllegalStateException(
          operation
              + " concerns one engine, and this client has "
              + names()
              + "; connect to the one that is meant");
    }
  }

  @Override
  public void close() {
    engines.forEach(Engine::close);
  }
}
