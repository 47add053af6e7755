package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;

/** The use of a cluster volume as a raw block device. Has no settings. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TypeBlock.Builder.class)
public abstract class TypeBlock implements WireObject {
  TypeBlock() {}

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TypeBlock}. */
  public static final class Builder extends ImmutableTypeBlock.Builder {
    Builder() {}
  }
}
