package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An engine's version and that of its parts. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = EngineVersion.Builder.class)
public abstract class EngineVersion implements WireObject {
  EngineVersion() {}

  /** Returns what the engine calls itself. API 1.35. */
  @JsonProperty("Platform")
  public abstract @Nullable PlatformInfo platform();

  /** Returns the version, e.g. {@code 29.0.1}. */
  @JsonProperty("Version")
  public abstract @Nullable String version();

  /** Returns the newest API version that it speaks. */
  @JsonProperty("ApiVersion")
  public abstract @Nullable String apiVersion();

  /** Returns the oldest API version that it speaks. API 1.25. */
  @JsonProperty("MinAPIVersion")
  public abstract @Nullable String minApiVersion();

  /** Returns the operating system, e.g. {@code linux}. */
  @JsonProperty("Os")
  public abstract @Nullable String os();

  /** Returns the architecture in Go's words, e.g. {@code amd64}. */
  @JsonProperty("Arch")
  public abstract @Nullable String arch();

  /** Returns the versions of the parts. API 1.35. */
  @JsonProperty("Components")
  public abstract List<ComponentVersion> components();

  /** Returns the commit it was built from. */
  @JsonProperty("GitCommit")
  public abstract @Nullable String gitCommit();

  /** Returns the version of Go it was built with. */
  @JsonProperty("GoVersion")
  public abstract @Nullable String goVersion();

  /** Returns the version of the kernel. */
  @JsonProperty("KernelVersion")
  public abstract @Nullable String kernelVersion();

  /** Returns whether experimental features are on; null is false. */
  @JsonProperty("Experimental")
  public abstract @Nullable Boolean experimental();

  /** Returns when it was built, as the builder wrote it. */
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
