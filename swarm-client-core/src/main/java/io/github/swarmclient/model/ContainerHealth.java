package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How healthy a container is. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerHealth.Builder.class)
public abstract class ContainerHealth implements WireObject {
  ContainerHealth() {}

  /** Returns the verdict. */
  @JsonProperty("Status")
  public abstract @Nullable HealthStatus status();

  /** Returns how many checks in a row have failed. */
  @JsonProperty("FailingStreak")
  public abstract @Nullable Integer failingStreak();

  /** Returns the last checks, the oldest first. */
  @JsonProperty("Log")
  public abstract List<HealthcheckResult> log();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerHealth}. */
  public static final class Builder extends ImmutableContainerHealth.Builder {
    Builder() {}
  }
}
