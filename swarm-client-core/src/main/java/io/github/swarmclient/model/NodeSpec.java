package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The node spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeSpec.Builder.class)
public abstract class NodeSpec implements WireObject {
  NodeSpec() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the role. */
  @JsonProperty("Role")
  public abstract @Nullable NodeRole role();

  /** Returns the availability. */
  @JsonProperty("Availability")
  public abstract @Nullable NodeAvailability availability();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeSpec}. */
  public static final class Builder extends ImmutableNodeSpec.Builder {
    Builder() {}
  }
}
