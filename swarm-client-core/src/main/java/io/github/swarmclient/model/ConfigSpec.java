package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The config spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigSpec.Builder.class)
public abstract class ConfigSpec implements WireObject {
  ConfigSpec() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the data. */
  @JsonProperty("Data")
  @Value.Redacted
  public abstract @Nullable Bytes data();

  /** Returns the templating. */
  @JsonProperty("Templating")
  public abstract @Nullable Driver templating();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ConfigSpec}. */
  public static final class Builder extends ImmutableConfigSpec.Builder {
    Builder() {}
  }
}
