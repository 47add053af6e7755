package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The attachment of a task to a network. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkAttachment.Builder.class)
public abstract class NetworkAttachment implements WireObject {
  NetworkAttachment() {}

  /** Returns the network. */
  @JsonProperty("Network")
  public abstract @Nullable AttachedNetwork network();

  /** Returns the addresses of the task and the lengths of their prefixes. */
  @JsonProperty("Addresses")
  public abstract List<String> addresses();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkAttachment}. */
  public static final class Builder extends ImmutableNetworkAttachment.Builder {
    Builder() {}
  }
}
