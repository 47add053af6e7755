package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The key that unlocks managers. Not shown by {@code toString}. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UnlockKey.Builder.class)
public abstract class UnlockKey implements WireObject {
  UnlockKey() {}

  /** Returns the key; empty if managers are not locked. Not shown by {@code toString}. API 1.25. */
  @JsonProperty("UnlockKey")
  @Value.Redacted
  public abstract @Nullable String unlockKey();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link UnlockKey}. */
  public static final class Builder extends ImmutableUnlockKey.Builder {
    Builder() {}
  }
}
