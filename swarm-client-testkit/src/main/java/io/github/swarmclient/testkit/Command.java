package io.github.swarmclient.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs commands of this machine. */
final class Command {
  private static final Duration WITHIN = Duration.ofMinutes(1);

  /** What connects the command line of this process's user, which is none of a node's. */
  private static final List<String> CONNECTION =
      List.of(
          "DOCKER_HOST",
          "DOCKER_CONTEXT",
          "DOCKER_TLS_VERIFY",
          "DOCKER_CERT_PATH",
          "DOCKER_API_VERSION");

  private Command() {}

  /** Begins a command that knows nothing of the engine that this process's user works with. */
  static ProcessBuilder begin(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(CONNECTION);
    return builder;
  }

  /**
   * Runs a command to its end.
   *
   * @throws IllegalStateException if it takes longer than a minute
   */
  static ExecResult execute(List<String> command) {
    try {
      Process process = begin(command).start();
      process.getOutputStream().close();
      CompletableFuture<String> out = text(process.getInputStream());
      CompletableFuture<String> err = text(process.getErrorStream());
      if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            String.join(" ", command) + " has not ended within " + WITHIN);
      }
      return new ExecResult(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command.get(0), e);
    }
  }

  private static CompletableFuture<String> text(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            return "";
          }
        },
        action -> new Thread(action, "swarm-testkit-command").start());
  }

  /**
   * Runs a command that has to succeed.
   *
   * @throws IllegalStateException if it does not
   */
  static String run(String... command) {
    ExecResult result = execute(List.of(command));
    if (result.exitCode() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " failed: " + (result.stderr() + result.stdout()).strip());
    }
    return result.stdout();
  }
}
