package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;

/** The networks of a container. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerNetworkSettings.Builder.class)
public abstract class ContainerNetworkSettings implements WireObject {
  ContainerNetworkSettings() {}

  /** Returns the attachments by the names of the networks. */
  @JsonProperty("Networks")
  public abstract Map<String, EndpointSettings> networks();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerNetworkSettings}. */
  public static final class Builder extends ImmutableContainerNetworkSettings.Builder {
    Builder() {}
  }
}
