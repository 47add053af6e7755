package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes apart what an engine multiplexes: frames of one byte for the stream, three zeros, the
 * length in four bytes and as many bytes of payload.
 */
final class FrameChunks implements Chunks {
  private static final int HEADER = 8;

  private final String operation;
  private final Window window;
  private int stream;
  private int length;
  private int unused;

  FrameChunks(String operation, InputStream in) {
    this.operation = operation;
    this.window = new Window(in);
  }

  @Override
  public boolean next() throws IOException {
    window.skip(unused);
    unused = 0;
    if (window.size() == 0 && !window.more()) {
      return false;
    }
    await(HEADER, "in the header of a frame");
    readHeader(window.bytes(), window.start());
    window.skip(HEADER);
    await(length, "within a frame");
    unused = length;
    return true;
  }

  private void readHeader(byte[] bytes, int at) {
    stream = bytes[at];
    boolean known = stream >= STDOUT && stream <= ENGINE;
    if (!known || (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) != 0) {
      throw malformed("what came is no frame: its first byte is " + (stream & 0xff));
    }
    long announced =
        (bytes[at + 4] & 0xffL) << 24
            | (bytes[at + 5] & 0xff) << 16
            | (bytes[at + 6] & 0xff) << 8
            | (bytes[at + 7] & 0xff);
    if (announced > LONGEST) {
      throw malformed(
          "a frame claims to have " + announced + " bytes; at most " + LONGEST + " are read");
    }
    length = (int) announced;
  }

  private void await(int count, String where) throws IOException {
    while (window.size() < count) {
      if (!window.more()) {
        throw malformed("the stream ended " + where + ", so that something is missing");
      }
    }
  }

  private MalformedResponseException malformed(String why) {
    return new MalformedResponseException(operation, why, null);
  }

  @Override
  public int stream() {
    return stream;
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
