package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The swarm join request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmJoinRequest.Builder.class)
public abstract class SwarmJoinRequest implements WireObject {
  SwarmJoinRequest() {}

  /** Returns the listen addr. */
  @JsonProperty("ListenAddr")
  public abstract @Nullable String listenAddr();

  /** Returns the advertise addr. */
  @JsonProperty("AdvertiseAddr")
  public abstract @Nullable String advertiseAddr();

  /** Returns the data path addr. */
  @JsonProperty("DataPathAddr")
  public abstract @Nullable String dataPathAddr();

  /** Returns the remote addrs. */
  @JsonProperty("RemoteAddrs")
  public abstract List<String> remoteAddrs();

  /** Returns the join token. */
  @JsonProperty("JoinToken")
  @Value.Redacted
  public abstract @Nullable String joinToken();

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

  /** Builds a {@link SwarmJoinRequest}. */
  public static final class Builder extends ImmutableSwarmJoinRequest.Builder {
    Builder() {}
  }
}
