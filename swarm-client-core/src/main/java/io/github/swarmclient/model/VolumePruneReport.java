package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What was removed because nothing used it. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = VolumePruneReport.Builder.class)
public abstract class VolumePruneReport implements WireObject {
  VolumePruneReport() {}

  /** Returns the names of the volumes. API 1.25. */
  @JsonProperty("VolumesDeleted")
  public abstract List<String> volumesDeleted();

  /** Returns how many bytes that freed, unsigned. API 1.25. */
  @JsonProperty("SpaceReclaimed")
  @Uint64
  public abstract @Nullable Long spaceReclaimed();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link VolumePruneReport}. */
  public static final class Builder extends ImmutableVolumePruneReport.Builder {
    Builder() {}
  }
}
