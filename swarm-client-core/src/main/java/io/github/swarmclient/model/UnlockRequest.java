package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Unlocks a manager. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = UnlockRequest.Builder.class)
public abstract class UnlockRequest implements WireObject {
  UnlockRequest() {}

  /** Returns the key. Not shown by {@code toString}. API 1.25. */
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

  /** Builds a {@link UnlockRequest}. */
  public static final class Builder extends ImmutableUnlockRequest.Builder {
    Builder() {}
  }
}
