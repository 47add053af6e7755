package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A container as one engine knows it. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerInspect.Builder.class)
public abstract class ContainerInspect implements WireObject {
  ContainerInspect() {}

  /** Returns the id, of 64 hexadecimal digits. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns when the container was created. */
  @JsonProperty("Created")
  public abstract @Nullable Instant created();

  /** Returns the program that runs. */
  @JsonProperty("Path")
  public abstract @Nullable String path();

  /** Returns the arguments of the program. */
  @JsonProperty("Args")
  public abstract List<String> args();

  /** Returns how the container is. */
  @JsonProperty("State")
  public abstract @Nullable ContainerState state();

  /** Returns the digest of the image, {@code sha256:…}. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the name with a slash before it; that of a task's container is the task's. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns how often the engine has restarted it; a swarm makes new containers instead. */
  @JsonProperty("RestartCount")
  public abstract @Nullable Integer restartCount();

  /** Returns the storage driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the operating system, e.g. {@code linux}. */
  @JsonProperty("Platform")
  public abstract @Nullable String platform();

  /** Returns the ids of the execs under way. */
  @JsonProperty("ExecIDs")
  public abstract List<String> execIds();

  /**
   * Returns how the container was configured. The configuration that depends on the host, {@code
   * HostConfig}, is among the unknown fields.
   */
  @JsonProperty("Config")
  public abstract @Nullable ContainerConfig config();

  /** Returns the networks of the container. */
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
