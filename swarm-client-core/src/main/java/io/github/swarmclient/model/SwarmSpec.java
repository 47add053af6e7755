package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a swarm. An update replaces all of it: start from what was read. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SwarmSpec.Builder.class)
public abstract class SwarmSpec implements WireObject {
  SwarmSpec() {}

  /** Returns the name, which can only be {@code default}. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns how tasks are kept. */
  @JsonProperty("Orchestration")
  public abstract @Nullable OrchestrationConfig orchestration();

  /** Returns how the managers agree. */
  @JsonProperty("Raft")
  public abstract @Nullable RaftConfig raft();

  /** Returns how managers talk to the agents of the nodes. */
  @JsonProperty("Dispatcher")
  public abstract @Nullable DispatcherConfig dispatcher();

  /** Returns how certificates are issued. */
  @JsonProperty("CAConfig")
  public abstract @Nullable CaConfig caConfig();

  /** Returns what tasks get that do not say otherwise. */
  @JsonProperty("TaskDefaults")
  public abstract @Nullable TaskDefaults taskDefaults();

  /** Returns how managers keep their data. API 1.25. */
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
