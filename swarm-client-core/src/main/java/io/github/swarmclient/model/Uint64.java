package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigInteger;

/**
 * Marks a {@code long} whose 64 bits are one unsigned number on the wire, as {@link
 * Long#toUnsignedString(long)} reads it.
 */
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = Uint64.Writer.class)
@JsonDeserialize(using = Uint64.Reader.class)
@interface Uint64 {

  /** Writes the 64 bits as an unsigned number. */
  final class Writer extends StdScalarSerializer<Long> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(Long.class);
    }

    @Override
    public void serialize(Long value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value >= 0) {
        out.writeNumber(value.longValue());
      } else {
        out.writeNumber(new BigInteger(Long.toUnsignedString(value)));
      }
    }
  }

  /** Reads an unsigned number of up to 64 bits. */
  final class Reader extends StdScalarDeserializer<Long> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(Long.class);
    }

    @Override
    public Long deserialize(JsonParser in, DeserializationContext context) throws IOException {
      BigInteger value = in.getBigIntegerValue();
      if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
        return (Long)
            context.handleWeirdNumberValue(Long.class, value, "is no unsigned number of 64 bits");
      }
      return value.longValue();
    }
  }
}
