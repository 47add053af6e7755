package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The volume publish status. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumePublishStatus.Builder.class)
public abstract class VolumePublishStatus implements WireObject {
  VolumePublishStatus() {}

  /** Returns the node id. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns the state. */
  @JsonProperty("State")
  public abstract @Nullable VolumePublishState state();

  /** Returns the publish context. */
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
