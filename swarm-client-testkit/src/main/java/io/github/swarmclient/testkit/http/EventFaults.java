package io.github.swarmclient.testkit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.transport.TransportResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is wrong with events, which engines send one on a line. */
final class EventFaults {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One more than engines repeat. */
  private static final int LOST = 257;

  private static final long HOUR = 3600;

  private EventFaults() {}

  static boolean answer(Struck struck, TransportResponse real) throws IOException {
    BodyOut out = struck.replies().begin(real);
    InputStream in = new BufferedInputStream(real.body());
    int number = 0;
    for (byte[] event = line(in); event.length > 0; event = line(in)) {
      number++;
      switch (struck.fault()) {
        case TWO_OBJECTS_ON_A_LINE -> out.write(twice(event));
        case SPLIT_CHARACTER -> split(struck, event, out);
        case DUPLICATE_EVENTS -> {
          out.write(event);
          out.write(event);
        }
        case TIME_BACKWARDS -> out.write(older(event, number));
        default -> {
          if (number == LOST) {
            return false;
          }
        }
      }
    }
    return out.end();
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  /** Puts a second event behind the first, of another type, and ends the line after both. */
  private static byte[] twice(byte[] event) throws IOException {
    ObjectNode first = (ObjectNode) JSON.readTree(event);
    ObjectNode second = first.deepCopy().put("Type", "unheard-of");
    return (first + "" + second + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Sends an event that has a character of two bytes, one in each part. */
  private static void split(Struck struck, byte[] event, BodyOut out) throws IOException {
    ObjectNode marked = (ObjectNode) JSON.readTree(event);
    marked.withObject("/Actor").withObject("/Attributes").put("mark", "\u00fc");
    byte[] bytes = (marked + "\n").getBytes(StandardCharsets.UTF_8);
    int at = 0;
    while (bytes[at] != (byte) 0xc3) {
      at++;
    }
    out.write(bytes, 0, at + 1);
    struck.breathe();
    out.write(Arrays.copyOfRange(bytes, at + 1, bytes.length));
  }

  private static byte[] older(byte[] event, int number) throws IOException {
    ObjectNode changed = (ObjectNode) JSON.readTree(event);
    long seconds = number * HOUR;
    changed.put("time", changed.path("time").asLong() - seconds);
    changed.put("timeNano", changed.path("timeNano").asLong() - seconds * 1_000_000_000L);
    return (changed + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
