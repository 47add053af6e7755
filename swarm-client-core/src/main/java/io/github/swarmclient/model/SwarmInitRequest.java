package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The swarm init request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmInitRequest.Builder.class)
public abstract class SwarmInitRequest implements WireObject {
  SwarmInitRequest() {}

  /** Returns the listen addr. */
  @JsonProperty("ListenAddr")
  public abstract @Nullable String listenAddr();

  /** Returns the advertise addr. */
  @JsonProperty("AdvertiseAddr")
  public abstract @Nullable String advertiseAddr();

  /** Returns the data path addr. */
  @JsonProperty("DataPathAddr")
  public abstract @Nullable String dataPathAddr();

  /** Returns the data path port. */
  @JsonProperty("DataPathPort")
  public abstract @Nullable Integer dataPathPort();

  /** Returns the force new cluster. */
  @JsonProperty("ForceNewCluster")
  public abstract @Nullable Boolean forceNewCluster();

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable SwarmSpec spec();

  /** Returns the auto lock managers. */
  @JsonProperty("AutoLockManagers")
  public abstract @Nullable Boolean autoLockManagers();

  /** Returns the availability. */
  @JsonProperty("Availability")
  public abstract @Nullable NodeAvailability availability();

  /** Returns the default addr pool. */
  @JsonProperty("DefaultAddrPool")
  public abstract List<String> defaultAddrPool();

  /** Returns the subnet size. */
  @JsonProperty("SubnetSize")
  public abstract @Nullable Long subnetSize();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SwarmInitRequest}. */
  public static final class Builder extends ImmutableSwarmInitRequest.Builder {
    Builder() {}
  }
}
