package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A plug-in and what it is told: of a network, of logs, of secrets. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Driver.Builder.class)
public abstract class Driver implements WireObject {
  Driver() {}

  /** Returns the name; null is the default of the engine. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the options. */
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

  /** Builds a {@link Driver}. */
  public static final class Builder extends ImmutableDriver.Builder {
    Builder() {}
  }
}
