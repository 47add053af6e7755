package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The tmpfs options. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TmpfsOptions.Builder.class)
public abstract class TmpfsOptions implements WireObject {
  TmpfsOptions() {}

  /** Returns the size bytes. */
  @JsonProperty("SizeBytes")
  public abstract @Nullable Long sizeBytes();

  /** Returns the mode. */
  @JsonProperty("Mode")
  public abstract @Nullable Long mode();

  /** Returns the options. */
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
