package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How far a step of a pull has got. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PullProgressDetail.Builder.class)
public abstract class PullProgressDetail implements WireObject {
  PullProgressDetail() {}

  /** Returns how much is done, in bytes. */
  @JsonProperty("current")
  public abstract @Nullable Long current();

  /** Returns how much there is to do, in bytes; null or less than 1 is not known. */
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
