package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the output of a terminal, which an engine passes on as it is: cut into lines, or as it
 * comes, with what is no whole line yet, such as a prompt.
 */
final class TerminalChunks implements Chunks {
  private final String operation;
  private final Window window;
  private final boolean lines;
  private int length;

  private TerminalChunks(String operation, InputStream in, boolean lines) {
    this.operation = operation;
    this.window = new Window(in);
    this.lines = lines;
  }

  static TerminalChunks lines(String operation, InputStream in) {
    return new TerminalChunks(operation, in, true);
  }

  static TerminalChunks asTheyCome(String operation, InputStream in) {
    return new TerminalChunks(operation, in, false);
  }

  @Override
  public boolean next() throws IOException {
    window.skip(length);
    length = 0;
    return lines ? nextLine() : nextBytes();
  }

  private boolean nextBytes() throws IOException {
    if (window.size() > 0 || window.more()) {
      length = window.size();
    }
    return length > 0;
  }

  private boolean nextLine() throws IOException {
    int searched = 0;
    while (true) {
      byte[] bytes = window.bytes();
      for (int i = window.start() + searched; i < window.end(); i++) {
        if (bytes[i] == '\n') {
          length = i + 1 - window.start();
          return true;
        }
      }
      searched = window.size();
      if (searched > LONGEST) {
        throw new MalformedResponseException(
            operation, "a line of the terminal has more than " + LONGEST + " bytes", null);
      }
      if (!window.more()) {
        length = window.size();
        return length > 0;
      }
    }
  }

  @Override
  public int stream() {
    return STDOUT;
  }

  @Override
  public byte[] bytes() {
    return window.bytes();
  }

  @Override
  public int from() {
    return window.start();
  }

  @Override
  public int to() {
    return window.start() + length;
  }
}
