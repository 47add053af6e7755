package io.github.swarmclient;

import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log as they arrive. Lines of one task are in order, lines of different ones are
 * not: compare their timestamps.
 */
public final class LogStream extends EngineStream<LogLine> {
  private final Chunks chunks;
  private final LogLineParser parser = new LogLineParser();

  LogStream(String operation, String engine, TransportResponse response, boolean terminal) {
    super(operation, engine, response);
    this.chunks =
        terminal
            ? TerminalChunks.lines(operation, response.body())
            : new FrameChunks(operation, response.body());
  }

  @Override
  @Nullable LogLine read() throws IOException {
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

  /** Returns the lines from here on as a stream, which throws as {@link #hasNext()} does. */
  public Stream<LogLine> lines() {
    return rest();
  }
}
