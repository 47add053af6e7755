package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The service. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Service.Builder.class)
public abstract class Service implements WireObject {
  Service() {}

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

  /** Returns the spec. */
  @JsonProperty("Spec")
  public abstract @Nullable ServiceSpec spec();

  /** Returns the previous spec. */
  @JsonProperty("PreviousSpec")
  public abstract @Nullable ServiceSpec previousSpec();

  /** Returns the endpoint. */
  @JsonProperty("Endpoint")
  public abstract @Nullable Endpoint endpoint();

  /** Returns the update status. */
  @JsonProperty("UpdateStatus")
  public abstract @Nullable UpdateStatus updateStatus();

  /** Returns the service status. */
  @JsonProperty("ServiceStatus")
  public abstract @Nullable ServiceStatus serviceStatus();

  /** Returns the job status. */
  @JsonProperty("JobStatus")
  public abstract @Nullable JobStatus jobStatus();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Service}. */
  public static final class Builder extends ImmutableService.Builder {
    Builder() {}
  }
}
