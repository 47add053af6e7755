package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A network that the tasks of a service are attached to. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkAttachmentConfig.Builder.class)
public abstract class NetworkAttachmentConfig implements WireObject {
  NetworkAttachmentConfig() {}

  /** Returns the id of the network, or its name, which engines replace by the id. */
  @JsonProperty("Target")
  public abstract @Nullable String target();

  /** Returns more names of the service in the network. */
  @JsonProperty("Aliases")
  public abstract List<String> aliases();

  /** Returns options for the network driver. */
  @JsonProperty("DriverOpts")
  @Value.Redacted
  public abstract Map<String, String> driverOpts();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkAttachmentConfig}. */
  public static final class Builder extends ImmutableNetworkAttachmentConfig.Builder {
    Builder() {}
  }
}
