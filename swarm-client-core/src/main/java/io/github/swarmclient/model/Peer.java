package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A manager and where it is. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Peer.Builder.class)
public abstract class Peer implements WireObject {
  Peer() {}

  /** Returns the id of the node. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns where it is reached, {@code host:port}. */
  @JsonProperty("Addr")
  public abstract @Nullable String addr();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Peer}. */
  public static final class Builder extends ImmutablePeer.Builder {
    Builder() {}
  }
}
