package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a registry says of an image. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = DistributionInspect.Builder.class)
public abstract class DistributionInspect implements WireObject {
  DistributionInspect() {}

  /** Returns what the name resolves to. API 1.30. */
  @JsonProperty("Descriptor")
  public abstract @Nullable ImageDescriptor descriptor();

  /** Returns the platforms that the image is there for. API 1.30. */
  @JsonProperty("Platforms")
  public abstract List<ImagePlatform> platforms();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link DistributionInspect}. */
  public static final class Builder extends ImmutableDistributionInspect.Builder {
    Builder() {}
  }
}
