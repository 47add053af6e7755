package io.github.swarmclient;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log as they arrive. Ends where the engine has said all, or where it is closed;
 * whatever else cuts it short is an exception, after the lines before. To be closed, and read by
 * one thread; any thread may close it, which ends a wait for the next line at once.
 *
 * <p>Lines of one task are in order, lines of different ones are not: compare their timestamps.
 */
public final class LogStream implements Iterator<LogLine>, AutoCloseable {
  private final String operation;
  private final String engine;
  private final TransportResponse response;
  private final Chunks chunks;
  private final LogLineParser parser = new LogLineParser();
  private @Nullable LogLine next;
  private @Nullable RuntimeException failure;
  private boolean ended;
  private volatile boolean closed;

  LogStream(String operation, String engine, TransportResponse response, boolean terminal) {
    this.operation = operation;
    this.engine = engine;
    this.response = response;
    this.chunks =
        terminal
            ? new TerminalChunks(operation, response.body())
            : new FrameChunks(operation, response.body());
  }

  /**
   * Waits for the next line. Returns false at the end, and when this was closed.
   *
   * @throws EngineException if the engine says that lines are missing, such as those of a node that
   *     is down
   * @throws MalformedResponseException if the stream ends within a line, or is none
   * @throws TransportException if the connection broke
   */
  @Override
  public boolean hasNext() {
    if (closed) {
      return false;
    }
    if (failure != null) {
      throw failure;
    }
    if (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  private @Nullable LogLine read() {
    try {
      LogLine line = readLine();
      if (line == null) {
        ended = true;
        response.close();
      }
      return line;
    } catch (IOException e) {
      return broken(new TransportException(operation, engine, false, e));
    } catch (RuntimeException e) {
      return broken(e);
    }
  }

  private @Nullable LogLine readLine() throws IOException {
    while (chunks.next()) {
      if (chunks.stream() == Chunks.ENGINE) {
        throw engineFailure();
      }
      if (chunks.from() < chunks.to()) {
        LogSource source = chunks.stream() == Chunks.STDERR ? LogSource.STDERR : LogSource.STDOUT;
        return parser.parse(source, chunks.bytes(), chunks.from(), chunks.to());
      }
    }
    return null;
  }

  private EngineException engineFailure() {
    return new EngineException(
        EngineAnswer.of(operation, engine, false, response.status(), text(chunks)));
  }

  static String text(Chunks chunks) {
    return new String(
        chunks.bytes(), chunks.from(), chunks.to() - chunks.from(), StandardCharsets.UTF_8);
  }

  /** After a close, whatever is wrong is the end that was asked for. */
  private @Nullable LogLine broken(RuntimeException e) {
    response.close();
    if (closed) {
      return null;
    }
    failure = e;
    throw e;
  }

  /**
   * Waits for the next line and returns it.
   *
   * @throws NoSuchElementException at the end, and when this was closed
   * @throws SwarmException as {@link #hasNext()} does
   */
  @Override
  public LogLine next() {
    LogLine line = hasNext() ? next : null;
    if (line == null) {
      throw new NoSuchElementException("the log has ended");
    }
    next = null;
    return line;
  }

  /** Returns the lines from here on as a stream, which throws as {@link #hasNext()} does. */
  public Stream<LogLine> lines() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /** Ends the stream, also for a thread that waits for a line. Closing again does nothing. */
  @Override
  public void close() {
    closed = true;
    response.close();
  }
}
