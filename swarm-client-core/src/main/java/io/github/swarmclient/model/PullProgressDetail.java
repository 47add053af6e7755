package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The pull progress detail. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PullProgressDetail.Builder.class)
public abstract class PullProgressDetail implements WireObject {
  PullProgressDetail() {}

  /** Returns the current. */
  @JsonProperty("current")
  public abstract @Nullable Long current();

  /** Returns the total. */
  @JsonProperty("total")
  public abstract @Nullable Long total();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PullProgressDetail}. */
  public static final class Builder extends ImmutablePullProgressDetail.Builder {
    Builder() {}
  }
}
