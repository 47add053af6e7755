package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An engine that takes part in a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PeerInfo.Builder.class)
public abstract class PeerInfo implements WireObject {
  PeerInfo() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the address. */
  @JsonProperty("IP")
  public abstract @Nullable String ip();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PeerInfo}. */
  public static final class Builder extends ImmutablePeerInfo.Builder {
    Builder() {}
  }
}
