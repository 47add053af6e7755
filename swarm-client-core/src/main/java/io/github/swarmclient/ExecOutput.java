package io.github.swarmclient;

import java.nio.charset.StandardCharsets;

/** A piece of what a command wrote, as it came. */
public final class ExecOutput {
  private final LogSource source;
  private final byte[] bytes;

  ExecOutput(LogSource source, byte[] bytes) {
    this.source = source;
    this.bytes = bytes;
  }

  /** Returns where it was written to; with a terminal all is standard output. */
  public LogSource source() {
    return source;
  }

  /** Returns the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the bytes read as UTF-8; a letter may be cut in two between two pieces. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
