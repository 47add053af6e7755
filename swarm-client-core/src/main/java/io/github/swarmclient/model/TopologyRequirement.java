package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** From where a cluster volume has to be reachable. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TopologyRequirement.Builder.class)
public abstract class TopologyRequirement implements WireObject {
  TopologyRequirement() {}

  /** Returns the places of which one has to be met; empty is any. API 1.42. */
  @JsonProperty("Requisite")
  public abstract List<Topology> requisite();

  /** Returns the places that are preferred, the first most. API 1.42. */
  @JsonProperty("Preferred")
  public abstract List<Topology> preferred();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TopologyRequirement}. */
  public static final class Builder extends ImmutableTopologyRequirement.Builder {
    Builder() {}
  }
}
