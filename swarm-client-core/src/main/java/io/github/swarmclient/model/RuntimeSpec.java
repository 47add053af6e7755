package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A plug-in that a service installs. API 1.31. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RuntimeSpec.Builder.class)
public abstract class RuntimeSpec implements WireObject {
  RuntimeSpec() {}

  /** Returns the name under which it is installed. API 1.31. */
  @JsonProperty("name")
  public abstract @Nullable String name();

  /** Returns the image of the plug-in. API 1.31. */
  @JsonProperty("remote")
  public abstract @Nullable String remote();

  /** Returns what it may do. API 1.31. */
  @JsonProperty("privileges")
  public abstract List<RuntimePrivilege> privileges();

  /** Returns whether it is installed but not enabled; null is false. API 1.31. */
  @JsonProperty("disabled")
  public abstract @Nullable Boolean disabled();

  /** Returns its environment, each {@code NAME=value}. API 1.31. */
  @JsonProperty("env")
  @Value.Redacted
  public abstract List<String> env();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link RuntimeSpec}. */
  public static final class Builder extends ImmutableRuntimeSpec.Builder {
    Builder() {}
  }
}
