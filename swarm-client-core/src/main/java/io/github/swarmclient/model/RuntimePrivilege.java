package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Something that a plug-in may do. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = RuntimePrivilege.Builder.class)
public abstract class RuntimePrivilege implements WireObject {
  RuntimePrivilege() {}

  /** Returns the name, e.g. {@code network}. */
  @JsonProperty("name")
  public abstract @Nullable String name();

  /** Returns what it means. */
  @JsonProperty("description")
  public abstract @Nullable String description();

  /** Returns to what it applies. */
  @JsonProperty("value")
  public abstract List<String> value();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link RuntimePrivilege}. */
  public static final class Builder extends ImmutableRuntimePrivilege.Builder {
    Builder() {}
  }
}
