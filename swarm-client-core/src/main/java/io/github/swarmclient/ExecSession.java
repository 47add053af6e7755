package io.github.swarmclient;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A command that runs, with its input and its output. The output is read here, by one thread;
 * another one may write the input meanwhile, and has to where there is much of both: a command that
 * nobody listens to stops reading. To be closed; that does not end the command.
 */
public final class ExecSession extends EngineStream<ExecOutput> {
  private final TaskExec exec;
  private final String id;
  private final OutputStream input;
  private final Chunks chunks;

  ExecSession(
      TaskExec exec,
      String id,
      String operation,
      String engine,
      TransportResponse response,
      OutputStream input,
      Chunks chunks) {
    super(operation, engine, response);
    this.exec = exec;
    this.id = id;
    this.input = input;
    this.chunks = chunks;
  }

  @Override
  @Nullable ExecOutput read() throws IOException {
    while (chunks.next()) {
      if (chunks.stream() == Chunks.ENGINE) {
        throw exec.failed(response.status(), LogStream.text(chunks));
      }
      if (chunks.from() < chunks.to()) {
        return new ExecOutput(
            chunks.stream() == Chunks.STDERR ? LogSource.STDERR : LogSource.STDOUT,
            Arrays.copyOfRange(chunks.bytes(), chunks.from(), chunks.to()));
      }
    }
    return null;
  }

  /**
   * Returns the input of the command. What is written goes out at once; closing it is the end of
   * the input for the command, whose output can still be read.
   */
  public OutputStream input() {
    return input;
  }

  /**
   * Tells the terminal of the command how large it is.
   *
   * @throws IllegalArgumentException if it would have no room
   */
  public void resize(int rows, int columns) {
    exec.resize(id, rows, columns);
  }

  /**
   * Returns the exit code; to be asked for after all output was read.
   *
   * @throws WaitException if the command goes on running
   */
  public int exitCode() {
    return exec.exitCode(id);
  }
}
