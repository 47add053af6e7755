package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The version of an object: what an update has to name, so that it does not overwrite one that it
 * has not seen. Raft-global, so it jumps; the orchestrator raises it too.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ObjectVersion.Builder.class)
public abstract class ObjectVersion implements WireObject {
  ObjectVersion() {}

  /** Returns the index, unsigned; null for the first iteration of a job. */
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
