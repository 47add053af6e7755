package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A task as a network sees it. API 1.28. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = NetworkTask.Builder.class)
public abstract class NetworkTask implements WireObject {
  NetworkTask() {}

  /** Returns the name of the task. API 1.28. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the id of the attachment. API 1.28. */
  @JsonProperty("EndpointID")
  public abstract @Nullable String endpointId();

  /** Returns the address. API 1.28. */
  @JsonProperty("EndpointIP")
  public abstract @Nullable String endpointIp();

  /** Returns more of it, e.g. {@code Host IP}. API 1.28. */
  @JsonProperty("Info")
  public abstract Map<String, String> info();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NetworkTask}. */
  public static final class Builder extends ImmutableNetworkTask.Builder {
    Builder() {}
  }
}
