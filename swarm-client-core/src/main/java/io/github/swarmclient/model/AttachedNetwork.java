package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network as a task that is attached to it shows it; {@link Network} is what the network
 * operations return.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = AttachedNetwork.Builder.class)
public abstract class AttachedNetwork implements WireObject {
  AttachedNetwork() {}

  /** Returns the id, of 25 characters. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version of the network object. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the network was created. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the network changed last. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns what was asked for. */
  @JsonProperty("Spec")
  public abstract @Nullable NetworkSpec spec();

  /** Returns the driver and what it made of the options, e.g. the ids of the VXLANs. */
  @JsonProperty("DriverState")
  public abstract @Nullable Driver driverState();

  /** Returns how addresses are given out. */
  @JsonProperty("IPAMOptions")
  public abstract @Nullable SwarmIpamOptions ipamOptions();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link AttachedNetwork}. */
  public static final class Builder extends ImmutableAttachedNetwork.Builder {
    Builder() {}
  }
}
