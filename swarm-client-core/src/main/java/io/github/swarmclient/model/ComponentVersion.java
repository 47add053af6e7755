package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The component version. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ComponentVersion.Builder.class)
public abstract class ComponentVersion implements WireObject {
  ComponentVersion() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the version. */
  @JsonProperty("Version")
  public abstract @Nullable String version();

  /** Returns the details. */
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
