package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word of the Engine API of which engines may know more than this library: unknown ones are kept
 * as they are. Two are equal if they are of one type and have one value.
 */
public abstract class OpenEnum {
  private final String value;

  OpenEnum(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Returns the word as it stands on the wire. */
  @JsonValue
  public final String value() {
    return value;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && value.equals(((OpenEnum) other).value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** Returns {@link #value()}. */
  @Override
  public final String toString() {
    return value;
  }
}
