package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** What was removed because nothing used it. API 1.25. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkPruneReport.Builder.class)
public abstract class NetworkPruneReport implements WireObject {
  NetworkPruneReport() {}

  /** Returns the names of the networks. API 1.25. */
  @JsonProperty("NetworksDeleted")
  public abstract List<String> networksDeleted();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkPruneReport}. */
  public static final class Builder extends ImmutableNetworkPruneReport.Builder {
    Builder() {}
  }
}
