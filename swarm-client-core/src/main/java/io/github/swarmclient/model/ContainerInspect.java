package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container inspect. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerInspect.Builder.class)
public abstract class ContainerInspect implements WireObject {
  ContainerInspect() {}

  /** Returns the id. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the created. */
  @JsonProperty("Created")
  public abstract @Nullable Instant created();

  /** Returns the path. */
  @JsonProperty("Path")
  public abstract @Nullable String path();

  /** Returns the args. */
  @JsonProperty("Args")
  public abstract List<String> args();

  /** Returns the state. */
  @JsonProperty("State")
  public abstract @Nullable ContainerState state();

  /** Returns the image. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the restart count. */
  @JsonProperty("RestartCount")
  public abstract @Nullable Integer restartCount();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the platform. */
  @JsonProperty("Platform")
  public abstract @Nullable String platform();

  /** Returns the exec ids. */
  @JsonProperty("ExecIDs")
  public abstract List<String> execIds();

  /** Returns the config. */
  @JsonProperty("Config")
  public abstract @Nullable ContainerConfig config();

  /** Returns the network settings. */
  @JsonProperty("NetworkSettings")
  public abstract @Nullable ContainerNetworkSettings networkSettings();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerInspect}. */
  public static final class Builder extends ImmutableContainerInspect.Builder {
    Builder() {}
  }
}
