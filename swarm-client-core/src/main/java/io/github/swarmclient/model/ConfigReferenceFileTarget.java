package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The file that a config becomes in a container. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigReferenceFileTarget.Builder.class)
public abstract class ConfigReferenceFileTarget implements WireObject {
  ConfigReferenceFileTarget() {}

  /** Returns the path; one that is not absolute starts at the root directory. API 1.30. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /**
   * Returns the id of the owning user, a number in words; engines want one, e.g. {@code 0}. API
   * 1.30.
   */
  @JsonProperty("UID")
  public abstract @Nullable String uid();

  /**
   * Returns the id of the owning group, a number in words; engines want one, e.g. {@code 0}. API
   * 1.30.
   */
  @JsonProperty("GID")
  public abstract @Nullable String gid();

  /**
   * Returns the permissions, e.g. {@code 0444}; engines take null as 0, no permissions at all. API
   * 1.30.
   */
  @JsonProperty("Mode")
  public abstract @Nullable Long mode();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ConfigReferenceFileTarget}. */
  public static final class Builder extends ImmutableConfigReferenceFileTarget.Builder {
    Builder() {}
  }
}
