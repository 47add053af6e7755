package io.github.swarmclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.swarmclient.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects that follow one another, each as soon as its last brace is there; it does not
 * matter what white space, or record separator, is between them.
 */
final class JsonDocuments<T> {
  private static final int LONGEST = 16 << 20;
  private static final char RECORD_SEPARATOR = 0x1e;

  private final String operation;
  private final Window window;
  private final ObjectReader reader;
  private int length;

  JsonDocuments(String operation, InputStream in, Class<T> type) {
    this.operation = operation;
    this.window = new Window(in);
    this.reader = Json.MAPPER.readerFor(type);
  }

  /** Waits for the next object. Returns null at the end. */
  @Nullable T next() throws IOException {
    if (!find()) {
      return null;
    }
    try {
      T value = reader.readValue(window.bytes(), window.start(), length);
      window.skip(length);
      return value;
    } catch (JsonProcessingException e) {
      // Not what stands there, which may be a secret.
      throw malformed("what came is no object of the expected kind");
    }
  }

  /** Waits until a whole object is there. */
  private boolean find() throws IOException {
    if (!findStart()) {
      return false;
    }
    int depth = 0;
    boolean text = false;
    boolean escaped = false;
    for (int i = 0; ; i++) {
      if (i == window.size() && !window.more()) {
        throw malformed("the stream ended within a JSON object");
      }
      if (i > LONGEST) {
        throw malformed("a JSON object has more than " + LONGEST + " bytes");
      }
      byte b = window.bytes()[window.start() + i];
      if (escaped) {
        escaped = false;
      } else if (text) {
        text = b != '"';
        escaped = b == '\\';
      } else if (b == '"') {
        text = true;
      } else if (b == '{') {
        depth++;
      } else if (b == '}' && --depth == 0) {
        length = i + 1;
        return true;
      }
    }
  }

  private boolean findStart() throws IOException {
    while (true) {
      while (window.size() > 0) {
        byte b = window.bytes()[window.start()];
        if (b == '{') {
          return true;
        }
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b != RECORD_SEPARATOR) {
          throw malformed("what came is no JSON object");
        }
        window.skip(1);
      }
      if (!window.more()) {
        return false;
      }
    }
  }

  private MalformedResponseException malformed(String why) {
    return new MalformedResponseException(operation, why, null);
  }
}
