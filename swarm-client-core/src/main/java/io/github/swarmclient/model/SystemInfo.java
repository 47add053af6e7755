package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An engine and its host. Much of what engines tell is left to the unknown fields. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SystemInfo.Builder.class)
public abstract class SystemInfo implements WireObject {
  SystemInfo() {}

  /** Returns the id of the engine. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the host name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the version of the engine, e.g. {@code 29.0.1}. */
  @JsonProperty("ServerVersion")
  public abstract @Nullable String serverVersion();

  /** Returns the operating system for people, e.g. {@code Ubuntu 24.04 LTS}. */
  @JsonProperty("OperatingSystem")
  public abstract @Nullable String operatingSystem();

  /** Returns the version of the operating system. API 1.41. */
  @JsonProperty("OSVersion")
  public abstract @Nullable String osVersion();

  /** Returns the kind of operating system, e.g. {@code linux}. */
  @JsonProperty("OSType")
  public abstract @Nullable String osType();

  /** Returns the architecture in the words of {@code uname}, e.g. {@code x86_64}. */
  @JsonProperty("Architecture")
  public abstract @Nullable String architecture();

  /** Returns how many processors it has. */
  @JsonProperty("NCPU")
  public abstract @Nullable Integer ncpu();

  /** Returns how much memory it has, in bytes. */
  @JsonProperty("MemTotal")
  public abstract @Nullable Long memTotal();

  /** Returns the version of the kernel. */
  @JsonProperty("KernelVersion")
  public abstract @Nullable String kernelVersion();

  /** Returns what manages control groups: {@code cgroupfs}, {@code systemd} or {@code none}. */
  @JsonProperty("CgroupDriver")
  public abstract @Nullable String cgroupDriver();

  /** Returns the version of control groups, {@code 1} or {@code 2}. API 1.41. */
  @JsonProperty("CgroupVersion")
  public abstract @Nullable String cgroupVersion();

  /** Returns the time by the host's clock. */
  @JsonProperty("SystemTime")
  public abstract @Nullable Instant systemTime();

  /** Returns the labels that the engine is configured with, each {@code name=value}. */
  @JsonProperty("Labels")
  public abstract List<String> labels();

  /** Returns how many containers there are. */
  @JsonProperty("Containers")
  public abstract @Nullable Integer containers();

  /** Returns how many of them run. */
  @JsonProperty("ContainersRunning")
  public abstract @Nullable Integer containersRunning();

  /** Returns how many of them are paused. */
  @JsonProperty("ContainersPaused")
  public abstract @Nullable Integer containersPaused();

  /** Returns how many of them have ended. */
  @JsonProperty("ContainersStopped")
  public abstract @Nullable Integer containersStopped();

  /** Returns how many images there are. */
  @JsonProperty("Images")
  public abstract @Nullable Integer images();

  /** Returns the storage driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the log driver of containers that do not say otherwise. */
  @JsonProperty("LoggingDriver")
  public abstract @Nullable String loggingDriver();

  /** Returns where the engine keeps its data. */
  @JsonProperty("DockerRootDir")
  public abstract @Nullable String dockerRootDir();

  /** Returns what runs containers that do not say otherwise, e.g. {@code runc}. */
  @JsonProperty("DefaultRuntime")
  public abstract @Nullable String defaultRuntime();

  /** Returns how containers are kept apart, on Windows. API 1.25. */
  @JsonProperty("Isolation")
  public abstract @Nullable Isolation isolation();

  /** Returns whether experimental features are on. */
  @JsonProperty("ExperimentalBuild")
  public abstract @Nullable Boolean experimentalBuild();

  /** Returns whether containers outlive the engine; such an engine cannot be in a swarm. */
  @JsonProperty("LiveRestoreEnabled")
  public abstract @Nullable Boolean liveRestoreEnabled();

  /** Returns how it is placed in a swarm. */
  @JsonProperty("Swarm")
  public abstract @Nullable SwarmInfo swarm();

  /** Returns what it warns of. API 1.39. */
  @JsonProperty("Warnings")
  public abstract List<String> warnings();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SystemInfo}. */
  public static final class Builder extends ImmutableSystemInfo.Builder {
    Builder() {}
  }
}
