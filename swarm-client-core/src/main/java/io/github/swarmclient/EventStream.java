package io.github.swarmclient;

import io.github.swarmclient.model.EngineEvent;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as they happen, also of types that this library does not know. To be read on quickly:
 * engines drop events, and say nothing, for a reader that is more than a thousand behind.
 */
public final class EventStream extends EngineStream<EngineEvent> {
  private final JsonDocuments<EngineEvent> documents;

  EventStream(String operation, String engine, TransportResponse response) {
    super(operation, engine, response);
    this.documents = new JsonDocuments<>(operation, response.body(), EngineEvent.class);
  }

  @Override
  @Nullable EngineEvent read() throws IOException {
    return documents.next();
  }

  /** Returns the events from here on as a stream, which throws as {@link #hasNext()} does. */
  public Stream<EngineEvent> events() {
    return rest();
  }
}
