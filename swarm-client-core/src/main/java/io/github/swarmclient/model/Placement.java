package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The placement. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Placement.Builder.class)
public abstract class Placement implements WireObject {
  Placement() {}

  /** Returns the constraints. */
  @JsonProperty("Constraints")
  public abstract List<String> constraints();

  /** Returns the preferences. */
  @JsonProperty("Preferences")
  public abstract List<PlacementPreference> preferences();

  /** Returns the max replicas. */
  @JsonProperty("MaxReplicas")
  @Uint64
  public abstract @Nullable Long maxReplicas();

  /** Returns the platforms. */
  @JsonProperty("Platforms")
  public abstract List<Platform> platforms();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Placement}. */
  public static final class Builder extends ImmutablePlacement.Builder {
    Builder() {}
  }
}
