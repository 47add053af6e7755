package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** The volumes that an engine knows of. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumeList.Builder.class)
public abstract class VolumeList implements WireObject {
  VolumeList() {}

  /** Returns the volumes. */
  @JsonProperty("Volumes")
  public abstract List<Volume> volumes();

  /** Returns what went wrong while they were looked for. */
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

  /** Builds a {@link VolumeList}. */
  public static final class Builder extends ImmutableVolumeList.Builder {
    Builder() {}
  }
}
