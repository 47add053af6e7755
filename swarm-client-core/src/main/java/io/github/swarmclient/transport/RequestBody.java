package io.github.swarmclient.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** The body of a request: bytes at hand, or written while it is sent. */
public final class RequestBody {
  private final String contentType;
  private final long length;
  private final boolean repeatable;
  private final Writer writer;

  private RequestBody(String contentType, long length, boolean repeatable, Writer writer) {
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.length = length;
    this.repeatable = repeatable;
    this.writer = Objects.requireNonNull(writer, "writer");
  }

  /** Writes a body. */
  @FunctionalInterface
  public interface Writer {
    /** Writes all of the body to {@code out}, and leaves it open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Returns a body of the given bytes, which are not copied. */
  public static RequestBody of(String contentType, byte[] bytes) {
    return new RequestBody(contentType, bytes.length, true, out -> out.write(bytes));
  }

  /** Returns a body of unknown length, that is written once, as it is sent. */
  public static RequestBody streaming(String contentType, Writer writer) {
    return new RequestBody(contentType, -1, false, writer);
  }

  /** Returns the media type. */
  public String contentType() {
    return contentType;
  }

  /** Returns the number of bytes, or −1 if it is not known beforehand. */
  public long length() {
    return length;
  }

  /** Returns whether the body may be written more than once. */
  public boolean repeatable() {
    return repeatable;
  }

  /** Writes all of the body to {@code out}, and leaves it open. */
  public void writeTo(OutputStream out) throws IOException {
    writer.writeTo(out);
  }
}
