package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The service spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceSpec.Builder.class)
public abstract class ServiceSpec implements WireObject {
  ServiceSpec() {}

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the task template. */
  @JsonProperty("TaskTemplate")
  public abstract @Nullable TaskSpec taskTemplate();

  /** Returns the mode. */
  @JsonProperty("Mode")
  public abstract @Nullable ServiceMode mode();

  /** Returns the update config. */
  @JsonProperty("UpdateConfig")
  public abstract @Nullable UpdateConfig updateConfig();

  /** Returns the rollback config. */
  @JsonProperty("RollbackConfig")
  public abstract @Nullable UpdateConfig rollbackConfig();

  /** Returns the endpoint spec. */
  @JsonProperty("EndpointSpec")
  public abstract @Nullable EndpointSpec endpointSpec();

  /** Returns the networks. */
  @JsonProperty("Networks")
  public abstract List<NetworkAttachmentConfig> networks();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceSpec}. */
  public static final class Builder extends ImmutableServiceSpec.Builder {
    Builder() {}
  }
}
