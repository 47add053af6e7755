package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** The mode of a job that runs once on every node. Has no settings. API 1.41. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = GlobalJob.Builder.class)
public abstract class GlobalJob implements WireObject {
  GlobalJob() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link GlobalJob}. */
  public static final class Builder extends ImmutableGlobalJob.Builder {
    Builder() {}
  }
}
