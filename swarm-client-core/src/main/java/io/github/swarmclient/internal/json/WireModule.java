package io.github.swarmclient.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** How Go writes times, durations and fractions, and what keeps members from being lost. */
final class WireModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  WireModule() {
    super("swarm-client-wire");
    addSerializer(new InstantWriter());
    addDeserializer(Instant.class, new InstantReader());
    addSerializer(new DurationWriter());
    addDeserializer(Duration.class, new DurationReader());
    addSerializer(new DoubleWriter());
    setDeserializerModifier(new LosslessMembers.Reading());
    setSerializerModifier(new LosslessMembers.Writing());
  }

  /** Writes as Go does: UTC, and no zeros at the end of the fraction. */
  private static final class InstantWriter extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter GO =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter();

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(GO.format(value.atOffset(ZoneOffset.UTC)));
    }
  }

  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      String text = in.getText();
      if (text.isEmpty()) {
        return null; // So engines say of some times that there are none, e.g. of an image's.
      }
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "is no RFC 3339 time");
      }
    }
  }

  /** Durations are whole nanoseconds on the wire. */
  private static final class DurationWriter extends StdScalarSerializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationWriter() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.toNanos());
    }
  }

  private static final class DurationReader extends StdScalarDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationReader() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Duration.ofNanos(in.getLongValue());
    }
  }

  /** Go writes the fraction 0 as {@code 0}, not as {@code 0.0}. */
  private static final class DoubleWriter extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    DoubleWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        out.writeNumber(value.longValue());
      } else {
        out.writeNumber(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
      }
    }
  }
}
