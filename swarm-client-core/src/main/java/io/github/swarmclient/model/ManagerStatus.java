package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How a manager does among the managers. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ManagerStatus.Builder.class)
public abstract class ManagerStatus implements WireObject {
  ManagerStatus() {}

  /** Returns whether it leads; null is false. */
  @JsonProperty("Leader")
  public abstract @Nullable Boolean leader();

  /** Returns whether the others hear it. */
  @JsonProperty("Reachability")
  public abstract @Nullable Reachability reachability();

  /** Returns where the others reach it, {@code host:port}. */
  @JsonProperty("Addr")
  public abstract @Nullable String addr();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ManagerStatus}. */
  public static final class Builder extends ImmutableManagerStatus.Builder {
    Builder() {}
  }
}
