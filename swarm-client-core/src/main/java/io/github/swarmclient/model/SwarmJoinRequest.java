package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Joins a swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmJoinRequest.Builder.class)
public abstract class SwarmJoinRequest implements WireObject {
  SwarmJoinRequest() {}

  /**
   * Returns where to listen if the node becomes a manager, an address or an interface, and a port
   * if not 2377.
   */
  @JsonProperty("ListenAddr")
  public abstract @Nullable String listenAddr();

  /**
   * Returns where others reach the node, an address or an interface; null is as the engine guesses,
   * which fails if there are several.
   */
  @JsonProperty("AdvertiseAddr")
  public abstract @Nullable String advertiseAddr();

  /**
   * Returns where the traffic between containers goes, an address or an interface; null is the
   * advertised address. API 1.30.
   */
  @JsonProperty("DataPathAddr")
  public abstract @Nullable String dataPathAddr();

  /** Returns where managers are, each {@code host:port}; one is enough. */
  @JsonProperty("RemoteAddrs")
  public abstract List<String> remoteAddrs();

  /**
   * Returns the token, which decides whether the node joins as a worker or a manager. Not shown by
   * {@code toString}.
   */
  @JsonProperty("JoinToken")
  @Value.Redacted
  public abstract @Nullable String joinToken();

  /** Returns whether the node takes tasks; null is {@link NodeAvailability#ACTIVE}. API 1.25. */
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

  /** Builds a {@link SwarmJoinRequest}. */
  public static final class Builder extends ImmutableSwarmJoinRequest.Builder {
    Builder() {}
  }
}
