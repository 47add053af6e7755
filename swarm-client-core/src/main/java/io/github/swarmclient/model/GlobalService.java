package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** The mode of a service that has one task on every node. Has no settings. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = GlobalService.Builder.class)
public abstract class GlobalService implements WireObject {
  GlobalService() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link GlobalService}. */
  public static final class Builder extends ImmutableGlobalService.Builder {
    Builder() {}
  }
}
