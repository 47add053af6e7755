package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a secret; only the labels can be changed later. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SecretSpec.Builder.class)
public abstract class SecretSpec implements WireObject {
  SecretSpec() {}

  /**
   * Returns the name, of up to 64 letters, digits, {@code -}, {@code _} and {@code .}, the first
   * and the last being a letter or a digit. API 1.25.
   */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. API 1.25. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /**
   * Returns the content, of up to 500 kB; never read back from an engine, and not to be set with a
   * driver. Not shown by {@code toString}. API 1.25.
   */
  @JsonProperty("Data")
  @Value.Redacted
  public abstract @Nullable Bytes data();

  /** Returns where the content is kept; null is in the swarm. API 1.31. */
  @JsonProperty("Driver")
  public abstract @Nullable Driver driver();

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

  /** Builds a {@link SecretSpec}. */
  public static final class Builder extends ImmutableSecretSpec.Builder {
    Builder() {}
  }
}
