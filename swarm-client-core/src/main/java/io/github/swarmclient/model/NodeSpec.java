package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a node. An update replaces all of it: start from the labels that were read. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeSpec.Builder.class)
public abstract class NodeSpec implements WireObject {
  NodeSpec() {}

  /** Returns a name, which nothing uses; the node is known by its host name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels that managers have given it. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns whether it is a worker or a manager. */
  @JsonProperty("Role")
  public abstract @Nullable NodeRole role();

  /** Returns whether it takes tasks. */
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
