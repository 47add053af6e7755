package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The system info. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = SystemInfo.Builder.class)
public abstract class SystemInfo implements WireObject {
  SystemInfo() {}

  /** Returns the id. */
  @JsonProperty("ID")
  public abstract @Nullable String id();

  /** Returns the name. */
  @JsonProperty("Name")
  public abstract @Nullable String name();

  /** Returns the server version. */
  @JsonProperty("ServerVersion")
  public abstract @Nullable String serverVersion();

  /** Returns the operating system. */
  @JsonProperty("OperatingSystem")
  public abstract @Nullable String operatingSystem();

  /** Returns the os version. */
  @JsonProperty("OSVersion")
  public abstract @Nullable String osVersion();

  /** Returns the os type. */
  @JsonProperty("OSType")
  public abstract @Nullable String osType();

  /** Returns the architecture. */
  @JsonProperty("Architecture")
  public abstract @Nullable String architecture();

  /** Returns the ncpu. */
  @JsonProperty("NCPU")
  public abstract @Nullable Integer ncpu();

  /** Returns the mem total. */
  @JsonProperty("MemTotal")
  public abstract @Nullable Long memTotal();

  /** Returns the kernel version. */
  @JsonProperty("KernelVersion")
  public abstract @Nullable String kernelVersion();

  /** Returns the cgroup driver. */
  @JsonProperty("CgroupDriver")
  public abstract @Nullable String cgroupDriver();

  /** Returns the cgroup version. */
  @JsonProperty("CgroupVersion")
  public abstract @Nullable String cgroupVersion();

  /** Returns the system time. */
  @JsonProperty("SystemTime")
  public abstract @Nullable Instant systemTime();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract List<String> labels();

  /** Returns the containers. */
  @JsonProperty("Containers")
  public abstract @Nullable Integer containers();

  /** Returns the containers running. */
  @JsonProperty("ContainersRunning")
  public abstract @Nullable Integer containersRunning();

  /** Returns the containers paused. */
  @JsonProperty("ContainersPaused")
  public abstract @Nullable Integer containersPaused();

  /** Returns the containers stopped. */
  @JsonProperty("ContainersStopped")
  public abstract @Nullable Integer containersStopped();

  /** Returns the images. */
  @JsonProperty("Images")
  public abstract @Nullable Integer images();

  /** Returns the driver. */
  @JsonProperty("Driver")
  public abstract @Nullable String driver();

  /** Returns the logging driver. */
  @JsonProperty("LoggingDriver")
  public abstract @Nullable String loggingDriver();

  /** Returns the docker root dir. */
  @JsonProperty("DockerRootDir")
  public abstract @Nullable String dockerRootDir();

  /** Returns the default runtime. */
  @JsonProperty("DefaultRuntime")
  public abstract @Nullable String defaultRuntime();

  /** Returns the isolation. */
  @JsonProperty("Isolation")
  public abstract @Nullable Isolation isolation();

  /** Returns the experimental build. */
  @JsonProperty("ExperimentalBuild")
  public abstract @Nullable Boolean experimentalBuild();

  /** Returns the live restore enabled. */
  @JsonProperty("LiveRestoreEnabled")
  public abstract @Nullable Boolean liveRestoreEnabled();

  /** Returns the swarm. */
  @JsonProperty("Swarm")
  public abstract @Nullable SwarmInfo swarm();

  /** Returns the warnings. */
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
