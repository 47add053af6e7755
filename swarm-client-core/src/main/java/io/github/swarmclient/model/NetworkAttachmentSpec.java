package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A task that stands for a container attached by hand; not to be set by clients. API 1.38. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkAttachmentSpec.Builder.class)
public abstract class NetworkAttachmentSpec implements WireObject {
  NetworkAttachmentSpec() {}

  /** Returns the id of the container. API 1.38. */
  @JsonProperty("ContainerID")
  public abstract @Nullable String containerId();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkAttachmentSpec}. */
  public static final class Builder extends ImmutableNetworkAttachmentSpec.Builder {
    Builder() {}
  }
}
