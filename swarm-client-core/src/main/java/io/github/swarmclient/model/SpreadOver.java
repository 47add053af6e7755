package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Over what tasks are spread evenly. API 1.28. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SpreadOver.Builder.class)
public abstract class SpreadOver implements WireObject {
  SpreadOver() {}

  /** Returns the label of nodes, e.g. {@code node.labels.datacenter}. API 1.28. */
  @JsonProperty("SpreadDescriptor")
  public abstract @Nullable String spreadDescriptor();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SpreadOver}. */
  public static final class Builder extends ImmutableSpreadOver.Builder {
    Builder() {}
  }
}
