package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The bind options. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = BindOptions.Builder.class)
public abstract class BindOptions implements WireObject {
  BindOptions() {}

  /** Returns the propagation. */
  @JsonProperty("Propagation")
  public abstract @Nullable MountPropagation propagation();

  /** Returns the non recursive. */
  @JsonProperty("NonRecursive")
  public abstract @Nullable Boolean nonRecursive();

  /** Returns the create mountpoint. */
  @JsonProperty("CreateMountpoint")
  public abstract @Nullable Boolean createMountpoint();

  /** Returns the read only non recursive. */
  @JsonProperty("ReadOnlyNonRecursive")
  public abstract @Nullable Boolean readOnlyNonRecursive();

  /** Returns the read only force recursive. */
  @JsonProperty("ReadOnlyForceRecursive")
  public abstract @Nullable Boolean readOnlyForceRecursive();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link BindOptions}. */
  public static final class Builder extends ImmutableBindOptions.Builder {
    Builder() {}
  }
}
