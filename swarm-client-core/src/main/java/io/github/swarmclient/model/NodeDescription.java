package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The node description. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeDescription.Builder.class)
public abstract class NodeDescription implements WireObject {
  NodeDescription() {}

  /** Returns the hostname. */
  @JsonProperty("Hostname")
  public abstract @Nullable String hostname();

  /** Returns the platform. */
  @JsonProperty("Platform")
  public abstract @Nullable Platform platform();

  /** Returns the resources. */
  @JsonProperty("Resources")
  public abstract @Nullable Resources resources();

  /** Returns the engine. */
  @JsonProperty("Engine")
  public abstract @Nullable EngineDescription engine();

  /** Returns the tls info. */
  @JsonProperty("TLSInfo")
  public abstract @Nullable TlsInfo tlsInfo();

  /** Returns the csi info. */
  @JsonProperty("CSIInfo")
  public abstract List<NodeCsiInfo> csiInfo();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeDescription}. */
  public static final class Builder extends ImmutableNodeDescription.Builder {
    Builder() {}
  }
}
