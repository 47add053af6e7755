package io.github.swarmclient.testkit.http;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.time.Duration;

/** What managers say that have lost each other, to the letter. */
final class SwarmFaults {
  /** How long a swarm is without a leader after the last one was killed. */
  private static final Duration ELECTION = Duration.ofMillis(14_500);

  /** How long an engine waits for its managers. */
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private SwarmFaults() {}

  static boolean answer(Struck struck) throws IOException {
    return switch (struck.fault()) {
      case HANG_THEN_ANSWER -> {
        struck.hang(ELECTION);
        yield struck.pass();
      }
      case DEADLINE_EXCEEDED -> {
        struck.hang(DEADLINE);
        yield refuse(struck, "DeadlineExceeded", "context deadline exceeded");
      }
      case LOST_LEADER -> {
        try (TransportResponse done = struck.ask()) {
          done.body().readAllBytes();
        }
        yield refuse(
            struck, "Unknown", "raft: failed to process the request: node lost leader status");
      }
      case NO_LEADER ->
          refuse(
              struck,
              "Unknown",
              "The swarm does not have a leader. It's possible that too few managers are online."
                  + " Make sure more than half of the managers are online.");
      case OUT_OF_SEQUENCE -> refuse(struck, "Unknown", "update out of sequence");
      default ->
          refuse(
              struck,
              "ResourceExhausted",
              "grpc: received message larger than max (4194400 vs. 4194304)");
    };
  }

  private static boolean refuse(Struck struck, String code, String text) throws IOException {
    String body = "{\"message\":\"rpc error: code = " + code + " desc = " + text + "\"}\n";
    struck.replies().whole("500 Internal Server Error", "application/json", body, "");
    return true;
  }
}
