package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ExecCreateRequest;
import io.github.swarmclient.model.ExecCreated;
import io.github.swarmclient.model.ExecInspect;
import io.github.swarmclient.model.ExecStartRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs a command in the container of a task, without a shell and without input. */
public final class TaskExec {
  /** What is kept of the output. */
  private static final int LONGEST_OUTPUT = 64 << 20;

  /** How long a command may be reported as running after all its output has come. */
  private static final Duration EXIT = Duration.ofSeconds(30);

  private static final Duration EXIT_POLL = Duration.ofMillis(20);
  private static final int CANNOT_RUN = 126;
  private static final int NOT_FOUND = 127;

  private final TaskContainer container;
  private final ExecCreateRequest.Builder request =
      ExecCreateRequest.builder().attachStdout(true).attachStderr(true).tty(false);

  TaskExec(TaskContainer container) {
    this.container = container;
  }

  /** Sets the program and its arguments. */
  public TaskExec command(String... command) {
    if (command.length == 0 || command[0].isEmpty()) {
      throw new IllegalArgumentException("the command is empty");
    }
    request.cmd(List.of(command));
    return this;
  }

  /** Adds a variable to the environment that the container has. */
  public TaskExec env(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "\"" + Text.printable(name) + "\" is no name of an environment variable");
    }
    request.addEnv(name + "=" + value);
    return this;
  }

  /**
   * Sets the user, {@code name}, {@code uid} or {@code uid:gid}; that of the container if unset.
   */
  public TaskExec user(String user) {
    request.user(Checks.text("user", user));
    return this;
  }

  /** Sets the folder to run in, absolute; that of the container if unset. */
  public TaskExec workingDir(String directory) {
    request.workingDir(Checks.text("working directory", directory));
    return this;
  }

  /**
   * Runs the command and waits for its end, however long it takes.
   *
   * @return its output and exit code; a code other than 0 is no exception
   * @throws IllegalArgumentException if there is no command
   * @throws ConflictException if the container does not run
   * @throws EngineException if the command could not be started
   */
  public ExecResult execute() {
    ExecCreateRequest exec = request.build();
    if (exec.cmd().isEmpty()) {
      throw new IllegalArgumentException("the command is missing");
    }
    String id =
        container
            .engine()
            .post(operation(), "/containers/{}/exec", container.id())
            .body(exec)
            .read(ExecCreated.class)
            .id();
    if (id == null) {
      throw new MalformedResponseException(operation(), "the engine gave no ID for it", null);
    }
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    run(id, stdout, stderr);
    ExecResult result = new ExecResult(exitCode(id), stdout.toByteArray(), stderr.toByteArray());
    requireStarted(result);
    return result;
  }

  private String operation() {
    return container.operation();
  }

  private void run(String id, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr) {
    ApiCall start =
        container
            .engine()
            .post(operation(), "/exec/{}/start", id)
            .body(ExecStartRequest.builder().detach(false).tty(false).build())
            .unbounded();
    try (TransportResponse response = start.open()) {
      // The media type says "raw" whatever comes; without a terminal it is always frames.
      Chunks chunks = new FrameChunks(operation(), response.body());
      while (chunks.next()) {
        if (chunks.stream() == Chunks.ENGINE) {
          throw failed(response.status(), LogStream.text(chunks));
        }
        ByteArrayOutputStream target = chunks.stream() == Chunks.STDERR ? stderr : stdout;
        target.write(chunks.bytes(), chunks.from(), chunks.to() - chunks.from());
        if (stdout.size() + stderr.size() > LONGEST_OUTPUT) {
          throw new MalformedResponseException(
              operation(), "the command writes more than " + LONGEST_OUTPUT + " bytes", null);
        }
      }
    } catch (IOException e) {
      throw new TransportException(operation(), container.engine().names(), true, e);
    }
  }

  private int exitCode(String id) {
    TimeSource time = container.engine().time();
    Instant deadline = time.now().plus(EXIT);
    while (true) {
      ExecInspect exec =
          container.engine().get(operation(), "/exec/{}/json", id).read(ExecInspect.class);
      Long code = exec.exitCode();
      if (code != null && !Boolean.TRUE.equals(exec.running())) {
        return code.intValue();
      }
      if (!time.now().isBefore(deadline)) {
        throw new WaitException(
            operation(), "the command closed its output and goes on running", null);
      }
      try {
        time.sleep(EXIT_POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WaitException(operation(), "interrupted while the command ended", e);
      }
    }
  }

  /** Engines write into the output of a command why they could not start it. */
  private void requireStarted(ExecResult result) {
    if ((result.exitCode() == CANNOT_RUN || result.exitCode() == NOT_FOUND)
        && startsAsEnginesSay(result.stdoutBytes())) {
      throw failed(200, result.stdout());
    }
  }

  private static boolean startsAsEnginesSay(byte[] output) {
    int length = Math.min(output.length, 40);
    String start = new String(output, 0, length, StandardCharsets.UTF_8);
    return start.startsWith("OCI runtime exec failed")
        || start.startsWith("unable to find user ")
        || start.startsWith("unable to find group ");
  }

  private EngineException failed(int status, String said) {
    return new EngineException(
        EngineAnswer.of(operation(), container.engine().names(), true, status, said));
  }
}
