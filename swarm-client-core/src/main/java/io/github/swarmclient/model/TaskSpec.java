package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What tasks are like. One of {@link #containerSpec()}, {@link #pluginSpec()} and {@link
 * #networkAttachmentSpec()} is set.
 */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TaskSpec.Builder.class)
public abstract class TaskSpec implements WireObject {
  TaskSpec() {}

  /** Returns what the container is like. */
  @JsonProperty("ContainerSpec")
  public abstract @Nullable ContainerSpec containerSpec();

  /** Returns the plug-in to install; with {@link TaskRuntime#PLUGIN}. API 1.31. */
  @JsonProperty("PluginSpec")
  public abstract @Nullable RuntimeSpec pluginSpec();

  /**
   * Returns the container attached by hand; with {@link TaskRuntime#ATTACHMENT}, and not to be set
   * by clients. API 1.38.
   */
  @JsonProperty("NetworkAttachmentSpec")
  public abstract @Nullable NetworkAttachmentSpec networkAttachmentSpec();

  /** Returns what it may use and what is kept for it; null is no limit and nothing. */
  @JsonProperty("Resources")
  public abstract @Nullable ResourceRequirements resources();

  /** Returns when it is replaced; null are the defaults. */
  @JsonProperty("RestartPolicy")
  public abstract @Nullable RestartPolicy restartPolicy();

  /** Returns where it may run; null is anywhere. */
  @JsonProperty("Placement")
  public abstract @Nullable Placement placement();

  /** Returns the networks that it is attached to. API 1.25. */
  @JsonProperty("Networks")
  public abstract List<NetworkAttachmentConfig> networks();

  /** Returns the log driver; null is the swarm's default, or else the engine's. */
  @JsonProperty("LogDriver")
  public abstract @Nullable Driver logDriver();

  /** Returns a number whose raise replaces all tasks, unsigned; null is 0. API 1.25. */
  @JsonProperty("ForceUpdate")
  @Uint64
  public abstract @Nullable Long forceUpdate();

  /** Returns what carries it out; null is {@link TaskRuntime#CONTAINER}. API 1.31. */
  @JsonProperty("Runtime")
  public abstract @Nullable TaskRuntime runtime();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link TaskSpec}. */
  public static final class Builder extends ImmutableTaskSpec.Builder {
    Builder() {}
  }
}
