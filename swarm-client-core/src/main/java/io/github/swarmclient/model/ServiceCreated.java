package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The service created. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceCreated.Builder.class)
public abstract class ServiceCreated implements WireObject {
  ServiceCreated() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the warnings. */
  @JsonProperty("Warnings")
  public abstract List<String> warnings();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceCreated}. */
  public static final class Builder extends ImmutableServiceCreated.Builder {
    Builder() {}
  }
}
