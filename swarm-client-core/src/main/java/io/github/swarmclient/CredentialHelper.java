package io.github.swarmclient;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.internal.json.Json;
import io.github.swarmclient.model.RegistryAuth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks the programs that keep logins, {@code docker-credential-…}. They are started without a
 * shell, get the registry on their standard input, and are killed with all they started if they
 * take too long or say too much.
 */
final class CredentialHelper {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final String NOT_FOUND = "credentials not found in native keychain";
  private static final long POLL_MILLIS = 5;

  private final List<Path> searchPath;
  private final Duration timeout;

  CredentialHelper(List<Path> searchPath, Duration timeout) {
    this.searchPath = List.copyOf(searchPath);
    this.timeout = timeout;
  }

  static CredentialHelper onPath(List<Path> searchPath) {
    return new CredentialHelper(searchPath, Duration.ofSeconds(30));
  }

  /**
   * Returns the login at a registry, or null if the helper has none.
   *
   * @throws SwarmException if the helper does not say either
   */
  @Nullable RegistryAuth get(String name, String registry) {
    if (!NAME.matcher(name).matches()) {
      throw failed(registry, "the Docker configuration names a credential helper that is none");
    }
    String program = "docker-credential-" + name;
    Process process = start(program, registry);
    try {
      send(process, registry);
      byte[] answer = receive(process, program, registry);
      String text = new String(answer, StandardCharsets.UTF_8);
      if (process.exitValue() == 0) {
        return login(answer, program, registry);
      }
      if (text.strip().equals(NOT_FOUND)) {
        return null;
      }
      // What it said may be anything, also a login.
      throw failed(registry, program + " ended with exit code " + process.exitValue());
    } catch (IOException e) {
      throw failed(registry, program + " cannot be read");
    } finally {
      kill(process);
    }
  }

  private Process start(String program, String registry) {
    Path found = find(program);
    if (found == null) {
      throw failed(registry, program + " is not on the PATH");
    }
    try {
      return new ProcessBuilder(found.toString(), "get")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw failed(registry, program + " cannot be started");
    }
  }

  private @Nullable Path find(String program) {
    for (Path directory : searchPath) {
      for (String file : List.of(program, program + ".exe")) {
        Path candidate = directory.resolve(file);
        if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return candidate.toAbsolutePath();
        }
      }
    }
    return null;
  }

  private static void send(Process process, String registry) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(registry.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It did not want to know; its answer tells.
      return;
    }
  }

  /** Reads only what is there, so that nothing can block and no thread is needed. */
  private byte[] receive(Process process, String program, String registry) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream out = process.getInputStream();
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      boolean ended = await(process, program, registry);
      for (int ready = out.available(); ready > 0; ready = out.available()) {
        answer.write(out.readNBytes(Math.min(ready, 1 << 16)));
        if (answer.size() > LONGEST_ANSWER) {
          throw failed(registry, program + " says more than " + LONGEST_ANSWER + " bytes");
        }
      }
      if (ended) {
        return answer.toByteArray();
      }
      if (System.nanoTime() - deadline > 0) {
        throw failed(registry, program + " took longer than " + timeout.toMillis() + " ms");
      }
    }
  }

  private boolean await(Process process, String program, String registry) {
    try {
      return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(registry, "interrupted while " + program + " was running");
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static @Nullable RegistryAuth login(byte[] answer, String program, String registry) {
    try {
      JsonNode login = Json.MAPPER.readTree(answer);
      String user = login.path("Username").asText("");
      String secret = login.path("Secret").asText("");
      if (login.path("Username").isTextual() && login.path("Secret").isTextual()) {
        RegistryAuth.Builder auth = RegistryAuth.builder().serverAddress(registry);
        return user.equals("<token>")
            ? auth.identityToken(secret).build()
            : user.isEmpty() ? null : auth.username(user).password(secret).build();
      }
    } catch (IOException e) {
      // Not the cause, which may quote the answer.
      throw failed(registry, program + " says what is no JSON");
    }
    throw failed(registry, program + " says something else than a login");
  }

  private static SwarmException failed(String registry, String why) {
    return new SwarmException("login at " + registry, why, null);
  }
}
