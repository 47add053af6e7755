package io.github.swarmclient;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a log, and which task wrote it. Immutable; its bytes are its own. */
public final class LogLine {
  private final LogSource source;
  private final @Nullable Instant timestamp;
  private final Map<String, String> details;
  private final byte[] message;
  private final boolean partial;

  /** Makes a line, which takes the bytes over. */
  LogLine(
      LogSource source,
      @Nullable Instant timestamp,
      Map<String, String> details,
      byte[] message,
      boolean partial) {
    this.source = source;
    this.timestamp = timestamp;
    this.details = details;
    this.message = message;
    this.partial = partial;
  }

  /** Returns which stream the line was written to. */
  public LogSource source() {
    return source;
  }

  /**
   * Returns when the engine got the line; null if it did not say so, as within the output of a
   * terminal.
   */
  public @Nullable Instant timestamp() {
    return timestamp;
  }

  /** Returns the ID of the node that the task ran on; null if the engine did not say so. */
  public @Nullable String nodeId() {
    return details.get("com.docker.swarm.node.id");
  }

  /** Returns the ID of the service; null if the engine did not say so. */
  public @Nullable String serviceId() {
    return details.get("com.docker.swarm.service.id");
  }

  /** Returns the ID of the task that wrote the line; null if the engine did not say so. */
  public @Nullable String taskId() {
    return details.get("com.docker.swarm.task.id");
  }

  /** Returns all that the engine says of the line, with what the log driver was told to add. */
  public Map<String, String> details() {
    return details;
  }

  /** Returns the bytes that were written, without the line's end. */
  public byte[] message() {
    return message.clone();
  }

  /** Returns what was written, read as UTF-8, without the line's end. */
  public String text() {
    return new String(message, StandardCharsets.UTF_8);
  }

  /**
   * Returns whether the line goes on in the next one of this task and source: engines cut lines
   * longer than 16 KiB.
   */
  public boolean partial() {
    return partial;
  }

  /** Returns {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
