package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;

/** Cuts the output of a terminal, which an engine passes on as it is, into lines. */
final class TerminalChunks implements Chunks {
  private final String operation;
  private final Window window;
  private int length;

  TerminalChunks(String operation, InputStream in) {
    this.operation = operation;
    this.window = new Window(in);
  }

  @Override
  public boolean next() throws IOException {
    window.skip(length);
    length = 0;
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
