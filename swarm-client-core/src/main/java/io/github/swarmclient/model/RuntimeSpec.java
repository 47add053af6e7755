package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The runtime spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RuntimeSpec.Builder.class)
public abstract class RuntimeSpec implements WireObject {
  RuntimeSpec() {}

  /** Returns the name. */
  @JsonProperty("name")
  public abstract @Nullable String name();

  /** Returns the remote. */
  @JsonProperty("remote")
  public abstract @Nullable String remote();

  /** Returns the privileges. */
  @JsonProperty("privileges")
  public abstract List<RuntimePrivilege> privileges();

  /** Returns the disabled. */
  @JsonProperty("disabled")
  public abstract @Nullable Boolean disabled();

  /** Returns the env. */
  @JsonProperty("env")
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
