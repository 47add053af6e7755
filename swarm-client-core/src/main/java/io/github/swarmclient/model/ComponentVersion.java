package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A part of an engine and its version. API 1.35. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ComponentVersion.Builder.class)
public abstract class ComponentVersion implements WireObject {
  ComponentVersion() {}

  /** Returns the name, e.g. {@code containerd}. API 1.35. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the version. API 1.35. */
  @JsonProperty("Version")
  public abstract @Nullable String version();

  /** Returns more of it, e.g. {@code GitCommit}. API 1.35. */
  @JsonProperty("Details")
  public abstract Map<String, String> details();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ComponentVersion}. */
  public static final class Builder extends ImmutableComponentVersion.Builder {
    Builder() {}
  }
}
