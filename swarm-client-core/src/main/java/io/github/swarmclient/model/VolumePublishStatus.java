package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How far a cluster volume is published to a node. API 1.42. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumePublishStatus.Builder.class)
public abstract class VolumePublishStatus implements WireObject {
  VolumePublishStatus() {}

  /** Returns the id of the node in the swarm. API 1.42. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns how far, in a word. API 1.42. */
  @JsonProperty("State")
  public abstract @Nullable VolumePublishState state();

  /** Returns what the storage provider tells the node. API 1.42. */
  @JsonProperty("PublishContext")
  public abstract Map<String, String> publishContext();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumePublishStatus}. */
  public static final class Builder extends ImmutableVolumePublishStatus.Builder {
    Builder() {}
  }
}
