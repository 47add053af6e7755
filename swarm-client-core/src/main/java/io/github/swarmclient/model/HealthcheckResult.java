package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** One check of the health of a container. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = HealthcheckResult.Builder.class)
public abstract class HealthcheckResult implements WireObject {
  HealthcheckResult() {}

  /** Returns when it began. */
  @JsonProperty("Start")
  public abstract @Nullable Instant start();

  /** Returns when it ended. */
  @JsonProperty("End")
  public abstract @Nullable Instant end();

  /** Returns 0 for healthy, else unhealthy. */
  @JsonProperty("ExitCode")
  public abstract @Nullable Long exitCode();

  /** Returns what it printed, cut at 4 KiB. */
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
