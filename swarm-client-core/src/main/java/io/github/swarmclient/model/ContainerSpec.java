package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the containers of a service are like. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerSpec.Builder.class)
public abstract class ContainerSpec implements WireObject {
  ContainerSpec() {}

  /** Returns the image, with its digest where the service was created with one. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /**
   * Returns the labels of the containers; those of the service are in {@link ServiceSpec#labels()}.
   */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the command, which replaces the entry point of the image; empty keeps it. */
  @JsonProperty("Command")
  public abstract List<String> command();

  /** Returns the arguments of the command; empty are those of the image. */
  @JsonProperty("Args")
  public abstract List<String> args();

  /** Returns the host name; placeholders are expanded. API 1.25. */
  @JsonProperty("Hostname")
  public abstract @Nullable String hostname();

  /**
   * Returns the environment, each {@code NAME=value}, or a {@code NAME} alone to unset what the
   * image sets; placeholders are expanded in the values.
   */
  @JsonProperty("Env")
  @Value.Redacted
  public abstract List<String> env();

  /** Returns the working directory; null is that of the image. */
  @JsonProperty("Dir")
  public abstract @Nullable String dir();

  /**
   * Returns the user, or {@code user:group}, that the command runs as; null is that of the image.
   */
  @JsonProperty("User")
  public abstract @Nullable String user();

  /** Returns the groups that the user is in besides, names or numbers. API 1.25. */
  @JsonProperty("Groups")
  public abstract List<String> groups();

  /** Returns what the containers may do to their host; null are the defaults. API 1.29. */
  @JsonProperty("Privileges")
  public abstract @Nullable Privileges privileges();

  /**
   * Returns whether a small init process reaps orphaned processes; null is as the engine is
   * configured. API 1.37.
   */
  @JsonProperty("Init")
  public abstract @Nullable Boolean init();

  /**
   * Returns the signal that asks a container to stop; null is that of the image, or else {@code
   * SIGTERM}. API 1.28.
   */
  @JsonProperty("StopSignal")
  public abstract @Nullable String stopSignal();

  /**
   * Returns whether there is a terminal; if so, the streams of a container are one and have no
   * frames. Null is false. API 1.25.
   */
  @JsonProperty("TTY")
  public abstract @Nullable Boolean tty();

  /** Returns whether standard input stays open; null is false. API 1.28. */
  @JsonProperty("OpenStdin")
  public abstract @Nullable Boolean openStdin();

  /** Returns whether the root file system is read-only; null is false. API 1.28. */
  @JsonProperty("ReadOnly")
  public abstract @Nullable Boolean readOnly();

  /** Returns what is mounted. */
  @JsonProperty("Mounts")
  public abstract List<Mount> mounts();

  /** Returns how long a container has to stop before it is killed; null is 10 seconds. */
  @JsonProperty("StopGracePeriod")
  public abstract @Nullable Duration stopGracePeriod();

  /** Returns the health check; null is that of the image. API 1.25. */
  @JsonProperty("Healthcheck")
  public abstract @Nullable HealthConfig healthcheck();

  /**
   * Returns lines for the file of hosts, each {@code address name [alias…]}; the address comes
   * first, unlike on the command line. API 1.25.
   */
  @JsonProperty("Hosts")
  public abstract List<String> hosts();

  /** Returns how names are resolved; null is as the engine does. API 1.25. */
  @JsonProperty("DNSConfig")
  public abstract @Nullable DnsConfig dnsConfig();

  /** Returns the secrets that are handed to the containers. API 1.25. */
  @JsonProperty("Secrets")
  public abstract List<SecretReference> secrets();

  /** Returns the configs that are handed to the containers. API 1.30. */
  @JsonProperty("Configs")
  public abstract List<ConfigReference> configs();

  /**
   * Returns how the containers are kept apart, on Windows; null is {@link Isolation#DEFAULT}. API
   * 1.35.
   */
  @JsonProperty("Isolation")
  public abstract @Nullable Isolation isolation();

  /** Returns kernel parameters that apply to the container alone. API 1.40. */
  @JsonProperty("Sysctls")
  public abstract Map<String, String> sysctls();

  /**
   * Returns the capabilities that are added to the default ones, e.g. {@code CAP_NET_ADMIN}. API
   * 1.41.
   */
  @JsonProperty("CapabilityAdd")
  public abstract List<String> capabilityAdd();

  /** Returns the capabilities that are taken from the default ones. API 1.41. */
  @JsonProperty("CapabilityDrop")
  public abstract List<String> capabilityDrop();

  /** Returns limits of the processes' resources. API 1.41. */
  @JsonProperty("Ulimits")
  public abstract List<Ulimit> ulimits();

  /**
   * Returns how readily the kernel kills the processes if memory runs short, from -1000, never, to
   * 1000; null is 0. API 1.46.
   */
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
