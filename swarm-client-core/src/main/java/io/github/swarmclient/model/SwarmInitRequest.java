package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Creates a swarm. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmInitRequest.Builder.class)
public abstract class SwarmInitRequest implements WireObject {
  SwarmInitRequest() {}

  /**
   * Returns where to listen for managers, an address or an interface, and a port if not 2377;
   * engines want one, e.g. {@code 0.0.0.0:2377}.
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

  /**
   * Returns the port of the traffic between containers, from 1024 to 49151; 0 or null is 4789. API
   * 1.40.
   */
  @JsonProperty("DataPathPort")
  public abstract @Nullable Integer dataPathPort();

  /**
   * Returns whether to make a swarm of this one manager from the state of a lost one; null is
   * false.
   */
  @JsonProperty("ForceNewCluster")
  public abstract @Nullable Boolean forceNewCluster();

  /** Returns what is asked of the swarm; null are the defaults. */
  @JsonProperty("Spec")
  public abstract @Nullable SwarmSpec spec();

  /**
   * Returns whether a manager that restarts is locked until it is given the unlock key; null is
   * false. API 1.25.
   */
  @JsonProperty("AutoLockManagers")
  public abstract @Nullable Boolean autoLockManagers();

  /** Returns whether the node takes tasks; null is {@link NodeAvailability#ACTIVE}. API 1.25. */
  @JsonProperty("Availability")
  public abstract @Nullable NodeAvailability availability();

  /**
   * Returns the blocks, in CIDR notation, that subnets of overlay networks are cut from; empty is
   * {@code 10.0.0.0/8}. API 1.39.
   */
  @JsonProperty("DefaultAddrPool")
  public abstract List<String> defaultAddrPool();

  /** Returns the length of the prefix of these subnets; 0 or null is 24. API 1.39. */
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
