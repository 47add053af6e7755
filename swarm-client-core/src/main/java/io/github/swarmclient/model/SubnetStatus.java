package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How the addresses of a subnet are used. API 1.52. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SubnetStatus.Builder.class)
public abstract class SubnetStatus implements WireObject {
  SubnetStatus() {}

  /** Returns how many are in use or set aside, unsigned. */
  @JsonProperty("IPsInUse")
  @Uint64
  public abstract @Nullable Long ipsInUse();

  /** Returns how many there still are to be given out, unsigned. */
  @JsonProperty("DynamicIPsAvailable")
  @Uint64
  public abstract @Nullable Long dynamicIpsAvailable();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SubnetStatus}. */
  public static final class Builder extends ImmutableSubnetStatus.Builder {
    Builder() {}
  }
}
