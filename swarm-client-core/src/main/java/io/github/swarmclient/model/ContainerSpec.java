package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container spec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerSpec.Builder.class)
public abstract class ContainerSpec implements WireObject {
  ContainerSpec() {}

  /** Returns the image. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the labels. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the command. */
  @JsonProperty("Command")
  public abstract List<String> command();

  /** Returns the args. */
  @JsonProperty("Args")
  public abstract List<String> args();

  /** Returns the hostname. */
  @JsonProperty("Hostname")
  public abstract @Nullable String hostname();

  /** Returns the env. */
  @JsonProperty("Env")
  public abstract List<String> env();

  /** Returns the dir. */
  @JsonProperty("Dir")
  public abstract @Nullable String dir();

  /** Returns the user. */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the groups. */
  @JsonProperty("Groups")
  public abstract List<String> groups();

  /** Returns the privileges. */
  @JsonProperty("Privileges")
  public abstract @Nullable Privileges privileges();

  /** Returns the init. */
  @JsonProperty("Init")
  public abstract @Nullable Boolean init();

  /** Returns the stop signal. */
  @JsonProperty("StopSignal")
  public abstract @Nullable String stopSignal();

  /** Returns the tty. */
  @JsonProperty("TTY")
  public abstract @Nullable Boolean tty();

  /** Returns the open stdin. */
  @JsonProperty("OpenStdin")
  public abstract @Nullable Boolean openStdin();

  /** Returns the read only. */
  @JsonProperty("ReadOnly")
  public abstract @Nullable Boolean readOnly();

  /** Returns the mounts. */
  @JsonProperty("Mounts")
  public abstract List<Mount> mounts();

  /** Returns the stop grace period. */
  @JsonProperty("StopGracePeriod")
  public abstract @Nullable Duration stopGracePeriod();

  /** Returns the healthcheck. */
  @JsonProperty("Healthcheck")
  public abstract @Nullable HealthConfig healthcheck();

  /** Returns the hosts. */
  @JsonProperty("Hosts")
  public abstract List<String> hosts();

  /** Returns the dns config. */
  @JsonProperty("DNSConfig")
  public abstract @Nullable DnsConfig dnsConfig();

  /** Returns the secrets. */
  @JsonProperty("Secrets")
  public abstract List<SecretReference> secrets();

  /** Returns the configs. */
  @JsonProperty("Configs")
  public abstract List<ConfigReference> configs();

  /** Returns the isolation. */
  @JsonProperty("Isolation")
  public abstract @Nullable Isolation isolation();

  /** Returns the sysctls. */
  @JsonProperty("Sysctls")
  public abstract Map<String, String> sysctls();

  /** Returns the capability add. */
  @JsonProperty("CapabilityAdd")
  public abstract List<String> capabilityAdd();

  /** Returns the capability drop. */
  @JsonProperty("CapabilityDrop")
  public abstract List<String> capabilityDrop();

  /** Returns the ulimits. */
  @JsonProperty("Ulimits")
  public abstract List<Ulimit> ulimits();

  /** Returns the oom score adj. */
  @JsonProperty("OomScoreAdj")
  public abstract @Nullable Long oomScoreAdj();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerSpec}. */
  public static final class Builder extends ImmutableContainerSpec.Builder {
    Builder() {}
  }
}
