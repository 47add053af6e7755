package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a node says of itself. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NodeDescription.Builder.class)
public abstract class NodeDescription implements WireObject {
  NodeDescription() {}

  /** Returns the host name; not unique, and empty until the node has reported. */
  @JsonProperty("Hostname")
  public abstract @Nullable String hostname();

  /** Returns the platform. */
  @JsonProperty("Platform")
  public abstract @Nullable Platform platform();

  /** Returns what the node has to offer. */
  @JsonProperty("Resources")
  public abstract @Nullable Resources resources();

  /** Returns the engine. */
  @JsonProperty("Engine")
  public abstract @Nullable EngineDescription engine();

  /** Returns what the node's certificate is. API 1.30. */
  @JsonProperty("TLSInfo")
  public abstract @Nullable TlsInfo tlsInfo();

  /** Returns the storage providers. API 1.42. */
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
