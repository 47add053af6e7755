package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The use of a cluster volume as a file system. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TypeMount.Builder.class)
public abstract class TypeMount implements WireObject {
  TypeMount() {}

  /** Returns the file system; null is as the provider likes. API 1.42. */
  @JsonProperty("FsType")
  public abstract @Nullable String fsType();

  /** Returns the flags to mount it with. API 1.42. */
  @JsonProperty("MountFlags")
  public abstract List<String> mountFlags();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TypeMount}. */
  public static final class Builder extends ImmutableTypeMount.Builder {
    Builder() {}
  }
}
