package io.github.swarmclient.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of an answer, every part as soon as it comes: in chunks, or bare after an upgrade. */
final class BodyOut extends OutputStream {
  private final Link link;
  private final boolean chunked;

  BodyOut(Link link, boolean chunked) {
    this.link = link;
    this.chunked = chunked;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream(length + 16);
    part.writeBytes(chunked ? ascii(Integer.toHexString(length) + "\r\n") : new byte[0]);
    part.write(bytes, offset, length);
    part.writeBytes(chunked ? ascii("\r\n") : new byte[0]);
    link.write(part.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Ends the body in good order, and returns whether the connection can go on. */
  boolean end() throws IOException {
    if (chunked) {
      link.write("0\r\n\r\n");
    }
    return chunked;
  }
}
