package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** The answer to the update of a service. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceUpdated.Builder.class)
public abstract class ServiceUpdated implements WireObject {
  ServiceUpdated() {}

  /** Returns what the engine warns of, e.g. that the digest of the image is not known. API 1.25. */
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
