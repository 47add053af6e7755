package io.github.swarmclient.okhttp;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that okhttp writes at most once. */
final class OneShotBody extends RequestBody {
  private final io.github.swarmclient.transport.RequestBody body;

  OneShotBody(io.github.swarmclient.transport.RequestBody body) {
    this.body = body;
  }

  /** Returns null: the header is set as it was given, not as okhttp understands it. */
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  /** Returns −1, for chunked, if the length is unknown. */
  @Override
  public long contentLength() {
    return body.length();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink.outputStream());
  }
}
