package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The task. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Task.Builder.class)
public abstract class Task implements WireObject {
  Task() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns the created at. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns the updated at. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable TaskSpec spec();

  /** Returns the service id. */
  @JsonProperty("ServiceID")
  public abstract @Nullable String serviceId();

  /** Returns the slot. */
  @JsonProperty("Slot")
  public abstract @Nullable Integer slot();

  /** Returns the node id. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns the status. */
  @JsonProperty("Status")
  public abstract @Nullable TaskStatus status();

  /** Returns the desired state. */
  @JsonProperty("DesiredState")
  public abstract @Nullable TaskState desiredState();

  /** Returns the networks attachments. */
  @JsonProperty("NetworksAttachments")
  public abstract List<NetworkAttachment> networksAttachments();

  /** Returns the generic resources. */
  @JsonProperty("GenericResources")
  public abstract List<GenericResource> genericResources();

  /** Returns the job iteration. */
  @JsonProperty("JobIteration")
  public abstract @Nullable ObjectVersion jobIteration();

  /** Returns the volumes. */
  @JsonProperty("Volumes")
  public abstract List<VolumeAttachment> volumes();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Task}. */
  public static final class Builder extends ImmutableTask.Builder {
    Builder() {}
  }
}
