package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How managers keep their data. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EncryptionConfig.Builder.class)
public abstract class EncryptionConfig implements WireObject {
  EncryptionConfig() {}

  /**
   * Returns whether a manager that restarts is locked until it is given the unlock key. API 1.25.
   */
  @JsonProperty("AutoLockManagers")
  public abstract @Nullable Boolean autoLockManagers();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EncryptionConfig}. */
  public static final class Builder extends ImmutableEncryptionConfig.Builder {
    Builder() {}
  }
}
