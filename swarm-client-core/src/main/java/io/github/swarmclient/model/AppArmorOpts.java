package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What AppArmor does about the containers of a service. API 1.44. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = AppArmorOpts.Builder.class)
public abstract class AppArmorOpts implements WireObject {
  AppArmorOpts() {}

  /**
   * Returns whether the default profile applies; null is {@link AppArmorMode#DEFAULT}. API 1.44.
   */
  @JsonProperty("Mode")
  public abstract @Nullable AppArmorMode mode();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link AppArmorOpts}. */
  public static final class Builder extends ImmutableAppArmorOpts.Builder {
    Builder() {}
  }
}
