package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.VersionConflictException;
import io.github.swarmclient.testkit.SwarmNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of requests that an engine refuses: by which status, in which words, and which exception
 * a client makes of it. Each row is a test. JSON is written with single quotes.
 */
final class Refusals {
  private final SwarmNode host;
  private final List<DynamicTest> rows = new ArrayList<>();

  Refusals(SwarmNode host) {
    this.host = host;
  }

  /** Adds a request whose exception is of exactly that type. */
  Refusals add(
      String what,
      Class<? extends EngineException> type,
      int status,
      String words,
      String request,
      String json) {
    rows.add(
        DynamicTest.dynamicTest(
            what,
            () -> {
              Throwable refusal = answer(request, json);
              assertThat(refusal).as(request + " " + json).isExactlyInstanceOf(type);
              EngineException answered = (EngineException) refusal;
              assertThat(answered.engineMessage()).contains(words);
              assertThat(answered.status()).isEqualTo(status);
            }));
    return this;
  }

  /** Adds a request that the engine cannot do in the state that it is in. */
  Refusals state(String what, State state, String words, String request, String json) {
    rows.add(
        DynamicTest.dynamicTest(
            what,
            () -> {
              Throwable refusal = answer(request, json);
              assertThat(refusal).as(request).isExactlyInstanceOf(SwarmStateException.class);
              SwarmStateException answered = (SwarmStateException) refusal;
              assertThat(answered.engineMessage()).contains(words);
              assertThat(answered.status()).isEqualTo(503);
              assertThat(answered.state()).isEqualTo(state);
            }));
    return this;
  }

  Refusals invalid(String what, String words, String request, String json) {
    return add(what, InvalidRequestException.class, 400, words, request, json);
  }

  Refusals missing(String what, String words, String request) {
    return add(what, NotFoundException.class, 404, words, request, "");
  }

  Refusals stale(String what, String request, String json) {
    String words = "update out of sequence";
    return add(what, VersionConflictException.class, 500, words, request, json);
  }

  Stream<DynamicTest> rows() {
    return rows.stream();
  }

  private Throwable answer(String request, String json) {
    String[] words = request.split(" ", 2);
    return catchThrowable(() -> Instead.send(host, words[0], words[1], json));
  }
}
