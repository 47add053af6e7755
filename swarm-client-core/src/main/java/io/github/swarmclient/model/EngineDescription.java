package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The engine of a node. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EngineDescription.Builder.class)
public abstract class EngineDescription implements WireObject {
  EngineDescription() {}

  /** Returns the version, e.g. {@code 29.0.1}. */
  @JsonProperty("EngineVersion")
  public abstract @Nullable String engineVersion();

  /**
   * Returns the labels that the engine is configured with; the node's are in {@link
   * NodeSpec#labels()}.
   */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the plug-ins that it has. */
  @JsonProperty("Plugins")
  public abstract List<PluginDescription> plugins();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EngineDescription}. */
  public static final class Builder extends ImmutableEngineDescription.Builder {
    Builder() {}
  }
}
