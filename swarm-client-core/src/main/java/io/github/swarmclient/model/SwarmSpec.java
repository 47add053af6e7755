package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The swarm spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmSpec.Builder.class)
public abstract class SwarmSpec implements WireObject {
  SwarmSpec() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the orchestration. */
  @JsonProperty("Orchestration")
  public abstract @Nullable OrchestrationConfig orchestration();

  /** Returns the raft. */
  @JsonProperty("Raft")
  public abstract @Nullable RaftConfig raft();

  /** Returns the dispatcher. */
  @JsonProperty("Dispatcher")
  public abstract @Nullable DispatcherConfig dispatcher();

  /** Returns the ca config. */
  @JsonProperty("CAConfig")
  public abstract @Nullable CaConfig caConfig();

  /** Returns the task defaults. */
  @JsonProperty("TaskDefaults")
  public abstract @Nullable TaskDefaults taskDefaults();

  /** Returns the encryption config. */
  @JsonProperty("EncryptionConfig")
  public abstract @Nullable EncryptionConfig encryptionConfig();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SwarmSpec}. */
  public static final class Builder extends ImmutableSwarmSpec.Builder {
    Builder() {}
  }
}
