package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What creates a volume that a mount names and that is not there. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeDriver.Builder.class)
public abstract class VolumeDriver implements WireObject {
  VolumeDriver() {}

  /** Returns the name of the driver; null is {@code local}. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the options of the driver. */
  @JsonProperty("Options")
  @Value.Redacted
  public abstract Map<String, String> options();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumeDriver}. */
  public static final class Builder extends ImmutableVolumeDriver.Builder {
    Builder() {}
  }
}
