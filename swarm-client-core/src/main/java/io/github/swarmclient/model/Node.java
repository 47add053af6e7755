package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.swarmclient.internal.text.NodePage;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A node: an engine that takes part in a swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Node.Builder.class)
public abstract class Node implements WireObject {
  Node() {}

  /** Returns the id, of 25 characters. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version, to be named by an update. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the node joined. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the node changed last. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns what was asked for. */
  @JsonProperty("Spec")
  public abstract @Nullable NodeSpec spec();

  /** Returns what the node says of itself. */
  @JsonProperty("Description")
  public abstract @Nullable NodeDescription description();

  /** Returns how the managers see it. */
  @JsonProperty("Status")
  public abstract @Nullable NodeStatus status();

  /** Returns how it does as a manager; null of a worker. */
  @JsonProperty("ManagerStatus")
  public abstract @Nullable ManagerStatus managerStatus();

  /** Returns the node as {@code docker node inspect --pretty} shows it. */
  public String pretty() {
    return NodePage.of(this);
  }

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
