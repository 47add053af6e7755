package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container path stat. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerPathStat.Builder.class)
public abstract class ContainerPathStat implements WireObject {
  ContainerPathStat() {}

  /** Returns the name. */
  @JsonProperty("name")
  public abstract @Nullable String name();

  /** Returns the size. */
  @JsonProperty("size")
  public abstract @Nullable Long size();

  /** Returns the mode. */
  @JsonProperty("mode")
  public abstract @Nullable Long mode();

  /** Returns the modified at. */
  @JsonProperty("mtime")
  public abstract @Nullable Instant modifiedAt();

  /** Returns the link target. */
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
