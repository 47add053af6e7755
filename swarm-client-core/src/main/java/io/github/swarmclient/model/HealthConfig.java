package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How the health of a container is checked. What is null or 0 is as the image says. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = HealthConfig.Builder.class)
public abstract class HealthConfig implements WireObject {
  HealthConfig() {}

  /**
   * Returns the check: {@code NONE} alone for no check, {@code CMD} and arguments, or {@code
   * CMD-SHELL} and a line for the shell; empty is that of the image.
   */
  @JsonProperty("Test")
  public abstract List<String> test();

  /**
   * Returns the wait between two checks; at least 1 ms. 0 or null is that of the image, or else 30
   * seconds.
   */
  @JsonProperty("Interval")
  public abstract @Nullable Duration interval();

  /**
   * Returns how long a check may take; at least 1 ms. 0 or null is that of the image, or else 30
   * seconds.
   */
  @JsonProperty("Timeout")
  public abstract @Nullable Duration timeout();

  /**
   * Returns for how long after the start failures do not count; 0 or null is that of the image, or
   * else none. API 1.29.
   */
  @JsonProperty("StartPeriod")
  public abstract @Nullable Duration startPeriod();

  /**
   * Returns the wait between two checks in the start period; 0 or null is that of the image, or
   * else 5 seconds. API 1.44.
   */
  @JsonProperty("StartInterval")
  public abstract @Nullable Duration startInterval();

  /**
   * Returns how many failures in a row make a container unhealthy; 0 or null is that of the image,
   * or else 3.
   */
  @JsonProperty("Retries")
  public abstract @Nullable Integer retries();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link HealthConfig}. */
  public static final class Builder extends ImmutableHealthConfig.Builder {
    Builder() {}
  }
}
