package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The task spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = TaskSpec.Builder.class)
public abstract class TaskSpec implements WireObject {
  TaskSpec() {}

  /** Returns the container spec. */
  @JsonProperty("ContainerSpec")
  public abstract @Nullable ContainerSpec containerSpec();

  /** Returns the plugin spec. */
  @JsonProperty("PluginSpec")
  public abstract @Nullable RuntimeSpec pluginSpec();

  /** Returns the network attachment spec. */
  @JsonProperty("NetworkAttachmentSpec")
  public abstract @Nullable NetworkAttachmentSpec networkAttachmentSpec();

  /** Returns the resources. */
  @JsonProperty("Resources")
  public abstract @Nullable ResourceRequirements resources();

  /** Returns the restart policy. */
  @JsonProperty("RestartPolicy")
  public abstract @Nullable RestartPolicy restartPolicy();

  /** Returns the placement. */
  @JsonProperty("Placement")
  public abstract @Nullable Placement placement();

  /** Returns the networks. */
  @JsonProperty("Networks")
  public abstract List<NetworkAttachmentConfig> networks();

  /** Returns the log driver. */
  @JsonProperty("LogDriver")
  public abstract @Nullable Driver logDriver();

  /** Returns the force update. */
  @JsonProperty("ForceUpdate")
  @Uint64
  public abstract @Nullable Long forceUpdate();

  /** Returns the runtime. */
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
