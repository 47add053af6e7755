package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What is asked of a service. An update replaces all of it: start from what was read. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ServiceSpec.Builder.class)
public abstract class ServiceSpec implements WireObject {
  ServiceSpec() {}

  /** Returns the name, of up to 63 letters, digits, {@code -} and {@code _}; not to be changed. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /**
   * Returns the labels of the service; those of its containers are in {@link
   * ContainerSpec#labels()}.
   */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns what its tasks are like. */
  @JsonProperty("TaskTemplate")
  public abstract @Nullable TaskSpec taskTemplate();

  /** Returns how many tasks there are, and where; null is replicated, with one task. */
  @JsonProperty("Mode")
  public abstract @Nullable ServiceMode mode();

  /** Returns how an update goes on; null are the defaults. */
  @JsonProperty("UpdateConfig")
  public abstract @Nullable UpdateConfig updateConfig();

  /** Returns how a rollback goes on; null are the defaults. API 1.28. */
  @JsonProperty("RollbackConfig")
  public abstract @Nullable UpdateConfig rollbackConfig();

  /** Returns how it is to be reached; null is by a virtual address, with no port published. */
  @JsonProperty("EndpointSpec")
  public abstract @Nullable EndpointSpec endpointSpec();

  /**
   * Returns networks in an obsolete place, which engines ignore since API 1.44 and show up to 28;
   * use {@link TaskSpec#networks()}.
   */
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
