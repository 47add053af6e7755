package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The answer to the creation of a service. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceCreated.Builder.class)
public abstract class ServiceCreated implements WireObject {
  ServiceCreated() {}

  /** Returns the id of the new service. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

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

  /** Builds a {@link ServiceCreated}. */
  public static final class Builder extends ImmutableServiceCreated.Builder {
    Builder() {}
  }
}
