package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Where tasks may run. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Placement.Builder.class)
public abstract class Placement implements WireObject {
  Placement() {}

  /**
   * Returns the conditions that a node has to meet, all of them, e.g. {@code node.labels.disk ==
   * ssd}. An unknown key is taken and never met.
   */
  @JsonProperty("Constraints")
  public abstract List<String> constraints();

  /** Returns over what to spread the tasks, the most important first. API 1.28. */
  @JsonProperty("Preferences")
  public abstract List<PlacementPreference> preferences();

  /** Returns how many tasks a node may have at most, unsigned; 0 or null is no limit. API 1.40. */
  @JsonProperty("MaxReplicas")
  @Uint64
  public abstract @Nullable Long maxReplicas();

  /** Returns the platforms of which a node has to be one; empty is any. API 1.30. */
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
