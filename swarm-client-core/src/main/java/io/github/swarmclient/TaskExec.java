package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ExecCreateRequest;
import io.github.swarmclient.model.ExecCreated;
import io.github.swarmclient.model.ExecInspect;
import io.github.swarmclient.model.ExecStartRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command in the container of a task, without a shell: to its end by {@link #execute}, or
 * with its input and output at hand by {@link #open}. Single-use.
 */
public final class TaskExec {
  /** What is kept of the output. */
  private static final int LONGEST_OUTPUT = 64 << 20;

  /** How long a command may be reported as running after all its output has come. */
  private static final Duration EXIT = Duration.ofSeconds(30);

  private static final Duration EXIT_POLL = Duration.ofMillis(20);

  /** Engines and sockets hold so much of an input, though the command may never read it. */
  private static final int LONGEST_INPUT = 64 << 10;

  private static final int CANNOT_RUN = 126;
  private static final int NOT_FOUND = 127;

  private final TaskContainer container;
  private final ExecCreateRequest.Builder request =
      ExecCreateRequest.builder().attachStdout(true).attachStderr(true).tty(false);
  private byte @Nullable [] input;
  private boolean tty;

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

  /** Sets whether there is a terminal; output and errors of the command are one stream then. */
  public TaskExec tty(boolean tty) {
    this.tty = tty;
    request.tty(tty);
    return this;
  }

  /**
   * Sets what {@link #execute} gives the command to read, up to 64 KiB, and then the end. For more
   * there is {@link #open}.
   *
   * @throws IllegalArgumentException if it is longer
   */
  public TaskExec input(byte[] input) {
    if (input.length > LONGEST_INPUT) {
      throw new IllegalArgumentException(
          "the input has "
              + input.length
              + " bytes; execute() takes up to "
              + LONGEST_INPUT
              + ", and open() any number");
    }
    this.input = input.clone();
    return this;
  }

  /** Sets what the command is given to read, as {@link #input(byte[])} does, in UTF-8. */
  public TaskExec input(String input) {
    return input(input.getBytes(StandardCharsets.UTF_8));
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
    String id = create(input != null);
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    run(id, stdout, stderr);
    ExecResult result = new ExecResult(exitCode(id), stdout.toByteArray(), stderr.toByteArray());
    requireStarted(result);
    return result;
  }

  /**
   * Starts the command with its input and its output. The connection is turned into a bare one for
   * that, which some proxies before an engine refuse. Why a command could not be started stands in
   * its output, and the exit code is 126 or 127 then.
   *
   * @throws IllegalArgumentException if there is no command
   * @throws ConflictException if the container does not run
   * @throws SwarmException if the connection cannot be turned into a bare one
   */
  public ExecSession open() {
    String id = create(true);
    TransportResponse response = start(id).upgrade().open();
    return new ExecSession(
        this,
        id,
        operation(),
        container.engine().names(),
        response,
        inputOf(response),
        chunks(response));
  }

  private OutputStream inputOf(TransportResponse response) {
    OutputStream toCommand = response.upgraded();
    if (toCommand == null) {
      response.close();
      throw new SwarmException(
          operation(),
          "the connection to "
              + container.engine().names()
              + " carries no input (status "
              + response.status()
              + "); a proxy before the engine may refuse that, or the transport cannot do it",
          null);
    }
    return toCommand;
  }

  private String create(boolean withInput) {
    ExecCreateRequest exec = withInput ? request.attachStdin(true).build() : request.build();
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
    return id;
  }

  private ApiCall start(String id) {
    return container
        .engine()
        .post(operation(), "/exec/{}/start", id)
        .body(ExecStartRequest.builder().detach(false).tty(tty).build())
        .unbounded();
  }

  /** The media type says "raw" whatever comes; without a terminal it is always frames. */
  private Chunks chunks(TransportResponse response) {
    return tty
        ? TerminalChunks.asTheyCome(operation(), response.body())
        : new FrameChunks(operation(), response.body());
  }

  void resize(String id, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a terminal of " + rows + " rows and " + columns + " columns has no room");
    }
    container
        .engine()
        .post(operation(), "/exec/{}/resize", id)
        .query("h", rows)
        .query("w", columns)
        .done();
  }

  private String operation() {
    return container.operation();
  }

  private void run(String id, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr) {
    ApiCall start = input == null ? start(id) : start(id).upgrade();
    try (TransportResponse response = start.open()) {
      if (input != null) {
        give(inputOf(response), input);
      }
      Chunks chunks = chunks(response);
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

  /** A command may end without having read; what it wrote, and its exit code, tell then. */
  private static void give(OutputStream toCommand, byte[] input) {
    try (toCommand) {
      toCommand.write(input);
    } catch (IOException e) {
      // If the connection is broken altogether, reading from it says so.
    }
  }

  int exitCode(String id) {
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

  EngineException failed(int status, String said) {
    return new EngineException(
        EngineAnswer.of(operation(), container.engine().names(), true, status, said));
  }
}
