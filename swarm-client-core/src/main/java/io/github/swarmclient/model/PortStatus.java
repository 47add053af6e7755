package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;

/** The ports of a task that are published by its node only. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = PortStatus.Builder.class)
public abstract class PortStatus implements WireObject {
  PortStatus() {}

  /** Returns the ports. */
  @JsonProperty("Ports")
  public abstract List<PortConfig> ports();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PortStatus}. */
  public static final class Builder extends ImmutablePortStatus.Builder {
    Builder() {}
  }
}
