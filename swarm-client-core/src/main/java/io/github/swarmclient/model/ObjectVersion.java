package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The object version. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ObjectVersion.Builder.class)
public abstract class ObjectVersion implements WireObject {
  ObjectVersion() {}

  /** Returns the index. */
  @JsonProperty("Index")
  @Uint64
  public abstract @Nullable Long index();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ObjectVersion}. */
  public static final class Builder extends ImmutableObjectVersion.Builder {
    Builder() {}
  }
}
