package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** Marks a config of which no file is made. API 1.40. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigReferenceRuntimeTarget.Builder.class)
public abstract class ConfigReferenceRuntimeTarget implements WireObject {
  ConfigReferenceRuntimeTarget() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ConfigReferenceRuntimeTarget}. */
  public static final class Builder extends ImmutableConfigReferenceRuntimeTarget.Builder {
    Builder() {}
  }
}
