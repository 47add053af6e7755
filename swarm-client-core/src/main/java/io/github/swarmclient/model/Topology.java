package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;

/** A place, as a storage provider divides the world. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Topology.Builder.class)
public abstract class Topology implements WireObject {
  Topology() {}

  /** Returns the parts of it, e.g. a zone by {@code zone}. API 1.42. */
  @JsonProperty("Segments")
  public abstract Map<String, String> segments();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Topology}. */
  public static final class Builder extends ImmutableTopology.Builder {
    Builder() {}
  }
}
