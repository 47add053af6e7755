package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The engine version. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EngineVersion.Builder.class)
public abstract class EngineVersion implements WireObject {
  EngineVersion() {}

  /** Returns the platform. */
  @JsonProperty("Platform")
  public abstract @Nullable PlatformInfo platform();

  /** Returns the version. */
  @JsonProperty("Version")
  public abstract @Nullable String version();

  /** Returns the api version. */
  @JsonProperty("ApiVersion")
  public abstract @Nullable String apiVersion();

  /** Returns the min api version. */
  @JsonProperty("MinAPIVersion")
  public abstract @Nullable String minApiVersion();

  /** Returns the os. */
  @JsonProperty("Os")
  public abstract @Nullable String os();

  /** Returns the arch. */
  @JsonProperty("Arch")
  public abstract @Nullable String arch();

  /** Returns the components. */
  @JsonProperty("Components")
  public abstract List<ComponentVersion> components();

  /** Returns the git commit. */
  @JsonProperty("GitCommit")
  public abstract @Nullable String gitCommit();

  /** Returns the go version. */
  @JsonProperty("GoVersion")
  public abstract @Nullable String goVersion();

  /** Returns the kernel version. */
  @JsonProperty("KernelVersion")
  public abstract @Nullable String kernelVersion();

  /** Returns the experimental. */
  @JsonProperty("Experimental")
  public abstract @Nullable Boolean experimental();

  /** Returns the build time. */
  @JsonProperty("BuildTime")
  public abstract @Nullable String buildTime();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EngineVersion}. */
  public static final class Builder extends ImmutableEngineVersion.Builder {
    Builder() {}
  }
}
