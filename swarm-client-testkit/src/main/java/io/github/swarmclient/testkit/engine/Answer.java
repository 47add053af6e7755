package io.github.swarmclient.testkit.engine;

import io.github.swarmclient.transport.TransportResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reply, as the transport SPI hands it out. */
final class Answer implements TransportResponse {
  private final Reply reply;
  private final InputStream body;
  private volatile boolean closed;

  Answer(Reply reply) {
    this.reply = reply;
    this.body = new Guarded(reply.body());
  }

  @Override
  public int status() {
    return reply.status();
  }

  @Override
  public @Nullable String header(String name) {
    for (Map.Entry<String, String> header : reply.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return null;
  }

  @Override
  public InputStream body() {
    return body;
  }

  /** {@inheritDoc} No program of a container reads what is written. */
  @Override
  public @Nullable OutputStream upgraded() {
    return reply.status() == 101 ? OutputStream.nullOutputStream() : null;
  }

  @Override
  public void close() {
    closed = true;
    try {
      reply.body().close();
    } catch (IOException e) {
      throw new IllegalStateException("a stream in memory does not fail to close", e);
    }
  }

  /** The body, of which nothing is read once the response is closed. */
  private final class Guarded extends FilterInputStream {
    Guarded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      check();
      return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      check();
      return super.read(target, offset, length);
    }

    private void check() throws IOException {
      if (closed) {
        throw new IOException("the response was closed");
      }
    }

    @Override
    public void close() {
      Answer.this.close();
    }
  }
}
