package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fault that strikes one request.
 *
 * @param given how long it is to take, if the test says so
 */
record Hit(Fault fault, @Nullable Duration given) {
  Duration lasting(Duration otherwise) {
    return Objects.requireNonNullElse(given, otherwise);
  }
}
