package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a config; only the labels can be changed later. API 1.30. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ConfigSpec.Builder.class)
public abstract class ConfigSpec implements WireObject {
  ConfigSpec() {}

  /**
   * Returns the name, of up to 64 letters, digits, {@code -}, {@code _} and {@code .}, the first
   * and the last being a letter or a digit. API 1.30.
   */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. API 1.30. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /**
   * Returns the content, of up to 1000 kB. Not shown by {@code toString}: configs hold secrets more
   * often than they should. API 1.30.
   */
  @JsonProperty("Data")
  @Value.Redacted
  public abstract @Nullable Bytes data();

  /**
   * Returns what expands placeholders in the content, {@code golang}; null is nothing. API 1.37.
   */
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
