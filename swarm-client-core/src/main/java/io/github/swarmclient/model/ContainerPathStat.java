package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a path in a container is. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerPathStat.Builder.class)
public abstract class ContainerPathStat implements WireObject {
  ContainerPathStat() {}

  /** Returns the last segment of the path. */
  @JsonProperty("name")
  public abstract @Nullable String name();

  /** Returns the size in bytes. */
  @JsonProperty("size")
  public abstract @Nullable Long size();

  /**
   * Returns the type and the permissions in Go's encoding: the lowest nine bits are the
   * permissions, bit 31 marks a directory, bit 27 a symbolic link.
   */
  @JsonProperty("mode")
  public abstract @Nullable Long mode();

  /** Returns when it was modified last. */
  @JsonProperty("mtime")
  public abstract @Nullable Instant modifiedAt();

  /** Returns where the symbolic link points; empty if it is none. */
  @JsonProperty("linkTarget")
  public abstract @Nullable String linkTarget();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerPathStat}. */
  public static final class Builder extends ImmutableContainerPathStat.Builder {
    Builder() {}
  }
}
