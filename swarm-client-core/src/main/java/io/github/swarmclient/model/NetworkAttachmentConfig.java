package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The network attachment config. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkAttachmentConfig.Builder.class)
public abstract class NetworkAttachmentConfig implements WireObject {
  NetworkAttachmentConfig() {}

  /** Returns the target. */
  @JsonProperty("Target")
  public abstract @Nullable String target();

  /** Returns the aliases. */
  @JsonProperty("Aliases")
  public abstract List<String> aliases();

  /** Returns the driver opts. */
  @JsonProperty("DriverOpts")
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
