package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What applies to tmpfs mounts only. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TmpfsOptions.Builder.class)
public abstract class TmpfsOptions implements WireObject {
  TmpfsOptions() {}

  /** Returns the limit of its size in bytes; 0 or null is no limit. */
  @JsonProperty("SizeBytes")
  public abstract @Nullable Long sizeBytes();

  /** Returns the permissions, e.g. {@code 01777} in octal; 0 or null is that. */
  @JsonProperty("Mode")
  public abstract @Nullable Long mode();

  /** Returns options of the file system: each of one word, or of a name and a value. API 1.46. */
  @JsonProperty("Options")
  public abstract List<List<String>> options();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TmpfsOptions}. */
  public static final class Builder extends ImmutableTmpfsOptions.Builder {
    Builder() {}
  }
}
