package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A task: one run of a container, from its assignment to its end. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Task.Builder.class)
public abstract class Task implements WireObject {
  Task() {}

  /** Returns the id, of 25 characters. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the version of the object. */
  @JsonProperty("Version")
  public abstract @Nullable ObjectVersion version();

  /** Returns when the task was created. */
  @JsonProperty("CreatedAt")
  public abstract @Nullable Instant createdAt();

  /** Returns when the task changed last. */
  @JsonProperty("UpdatedAt")
  public abstract @Nullable Instant updatedAt();

  /** Returns a name of its own, which swarms do not set; see {@link #name(Service)}. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns what the task is like. */
  @JsonProperty("Spec")
  public abstract @Nullable TaskSpec spec();

  /** Returns the id of the service. */
  @JsonProperty("ServiceID")
  public abstract @Nullable String serviceId();

  /**
   * Returns which of the replicas it is, from 1; null for global services and for the first slot of
   * a job, where slots count from 0.
   */
  @JsonProperty("Slot")
  public abstract @Nullable Integer slot();

  /** Returns the id of the node; null or empty as long as there is none. */
  @JsonProperty("NodeID")
  public abstract @Nullable String nodeId();

  /** Returns how the task is. */
  @JsonProperty("Status")
  public abstract @Nullable TaskStatus status();

  /** Returns how it ought to be; of jobs {@link TaskState#COMPLETE} from the start. */
  @JsonProperty("DesiredState")
  public abstract @Nullable TaskState desiredState();

  /** Returns the networks that it is attached to, with its addresses. */
  @JsonProperty("NetworksAttachments")
  public abstract List<NetworkAttachment> networksAttachments();

  /** Returns which resources of the node it was given. API 1.32. */
  @JsonProperty("GenericResources")
  public abstract List<GenericResource> genericResources();

  /**
   * Returns the iteration of the job it belongs to; its index is null for the first, and all of it
   * is null if there is no job. API 1.41.
   */
  @JsonProperty("JobIteration")
  public abstract @Nullable ObjectVersion jobIteration();

  /** Returns the cluster volumes that it was given. API 1.42. */
  @JsonProperty("Volumes")
  public abstract List<VolumeAttachment> volumes();

  /**
   * Returns the name that engines and the command line give this task: {@code service.slot.id}, or
   * {@code service.node.id} if it has no slot. Its container has that name, too.
   *
   * @param service the service of this task
   */
  public String name(Service service) {
    String own = name();
    if (own != null && !own.isEmpty()) {
      return own;
    }
    ServiceSpec spec = service.spec();
    Integer slot = slot();
    return (spec == null ? null : spec.name())
        + "."
        + (slot == null || slot == 0 ? nodeId() : slot)
        + "."
        + id();
  }

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
