package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The secret spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SecretSpec.Builder.class)
public abstract class SecretSpec implements WireObject {
  SecretSpec() {}

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

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable Driver driver();

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

  /** Builds a {@link SecretSpec}. */
  public static final class Builder extends ImmutableSecretSpec.Builder {
    Builder() {}
  }
}
