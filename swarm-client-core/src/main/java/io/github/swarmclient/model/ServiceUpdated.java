package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** The service updated. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceUpdated.Builder.class)
public abstract class ServiceUpdated implements WireObject {
  ServiceUpdated() {}

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

  /** Builds a {@link ServiceUpdated}. */
  public static final class Builder extends ImmutableServiceUpdated.Builder {
    Builder() {}
  }
}
