package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The node. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Node.Builder.class)
public abstract class Node implements WireObject {
  Node() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns the created at. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns the updated at. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable NodeSpec spec();

  /** Returns the description. */
  @JsonProperty("Description")
  public abstract @Nullable NodeDescription description();

  /** Returns the status. */
  @JsonProperty("Status")
  public abstract @Nullable NodeStatus status();

  /** Returns the manager status. */
  @JsonProperty("ManagerStatus")
  public abstract @Nullable ManagerStatus managerStatus();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Node}. */
  public static final class Builder extends ImmutableNode.Builder {
    Builder() {}
  }
}
