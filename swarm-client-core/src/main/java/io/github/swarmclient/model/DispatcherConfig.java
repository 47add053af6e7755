package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How managers talk to the agents of the nodes. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = DispatcherConfig.Builder.class)
public abstract class DispatcherConfig implements WireObject {
  DispatcherConfig() {}

  /** Returns how often an agent gives a sign of life; engines set 5 seconds. */
  @JsonProperty("HeartbeatPeriod")
  public abstract @Nullable Duration heartbeatPeriod();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link DispatcherConfig}. */
  public static final class Builder extends ImmutableDispatcherConfig.Builder {
    Builder() {}
  }
}
