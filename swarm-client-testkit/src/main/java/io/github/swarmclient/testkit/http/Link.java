package io.github.swarmclient.testkit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A connection of a client, as bytes. One thread may read while another one writes. */
interface Link {
  /** Reads what there is, at least one byte. Returns −1 at the end. */
  int read(ByteBuffer target) throws IOException;

  /** Writes all of the bytes. */
  void write(ByteBuffer bytes) throws IOException;

  /** Ends the connection, and wakes who is blocked on it. Again it does nothing. */
  void close();

  /** Ends the connection as a crash does, if this kind of socket knows the difference. */
  void reset();

  default void write(byte... bytes) throws IOException {
    write(ByteBuffer.wrap(bytes));
  }

  /** Writes text that has characters of one byte only. */
  default void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
