package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The health config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = HealthConfig.Builder.class)
public abstract class HealthConfig implements WireObject {
  HealthConfig() {}

  /** Returns the test. */
  @JsonProperty("Test")
  public abstract List<String> test();

  /** Returns the interval. */
  @JsonProperty("Interval")
  public abstract @Nullable Duration interval();

  /** Returns the timeout. */
  @JsonProperty("Timeout")
  public abstract @Nullable Duration timeout();

  /** Returns the start period. */
  @JsonProperty("StartPeriod")
  public abstract @Nullable Duration startPeriod();

  /** Returns the start interval. */
  @JsonProperty("StartInterval")
  public abstract @Nullable Duration startInterval();

  /** Returns the retries. */
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
