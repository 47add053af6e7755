package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The attached network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = AttachedNetwork.Builder.class)
public abstract class AttachedNetwork implements WireObject {
  AttachedNetwork() {}

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
  public abstract @Nullable NetworkSpec spec();

  /** Returns the driver state. */
  @JsonProperty("DriverState")
  public abstract @Nullable Driver driverState();

  /** Returns the ipam options. */
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
