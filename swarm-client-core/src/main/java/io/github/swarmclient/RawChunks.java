package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;

/** The output of a terminal as it arrives, also what is no whole line, such as a prompt. */
final class RawChunks implements Chunks {
  private final Window window;
  private int length;

  RawChunks(InputStream in) {
    this.window = new Window(in);
  }

  @Override
  public boolean next() throws IOException {
    window.skip(length);
    length = window.size() > 0 || window.more() ? window.size() : 0;
    return length > 0;
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
