package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The healthcheck result. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = HealthcheckResult.Builder.class)
public abstract class HealthcheckResult implements WireObject {
  HealthcheckResult() {}

  /** Returns the start. */
  @JsonProperty("Start")
  public abstract @Nullable Instant start();

  /** Returns the end. */
  @JsonProperty("End")
  public abstract @Nullable Instant end();

  /** Returns the exit code. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Long exitCode();

  /** Returns the output. */
  @JsonProperty("Output")
  public abstract @Nullable String output();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link HealthcheckResult}. */
  public static final class Builder extends ImmutableHealthcheckResult.Builder {
    Builder() {}
  }
}
