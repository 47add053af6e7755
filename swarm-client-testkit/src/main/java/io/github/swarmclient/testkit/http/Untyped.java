package io.github.swarmclient.testkit.http;

import io.github.swarmclient.transport.TransportResponse;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An answer that does not say what it is. */
record Untyped(TransportResponse real) implements TransportResponse {
  @Override
  public int status() {
    return real.status();
  }

  @Override
  public @Nullable String header(String name) {
    return name.equalsIgnoreCase("Content-Type") ? null : real.header(name);
  }

  @Override
  public InputStream body() {
    return real.body();
  }

  @Override
  public @Nullable OutputStream upgraded() {
    return real.upgraded();
  }

  @Override
  public void close() {
    real.close();
  }
}
