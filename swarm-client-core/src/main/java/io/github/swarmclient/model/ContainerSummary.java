package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A container in a list. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerSummary.Builder.class)
public abstract class ContainerSummary implements WireObject {
  ContainerSummary() {}

  /** Returns the id, of 64 hexadecimal digits. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the names, each with a slash before it. */
  @JsonProperty("Names")
  public abstract List<String> names();

  /** Returns the image as it was asked for. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the digest of the image, {@code sha256:…}. */
  @JsonProperty("ImageID")
  public abstract @Nullable String imageId();

  /** Returns the command, in one line. */
  @JsonProperty("Command")
  public abstract @Nullable String command();

  /** Returns when it was created, in seconds since 1970. */
  @JsonProperty("Created")
  public abstract @Nullable Long created();

  /** Returns the state in a word. */
  @JsonProperty("State")
  public abstract @Nullable ContainerStatusWord state();

  /** Returns the state for people, e.g. {@code Up 5 minutes (healthy)}. */
  @JsonProperty("Status")
  public abstract @Nullable String status();

  /** Returns the labels, those of the swarm among them. */
  @JsonProperty("Labels")
  public abstract Map<String, String> labels();

  /** Returns the ports. */
  @JsonProperty("Ports")
  public abstract List<ContainerPort> ports();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerSummary}. */
  public static final class Builder extends ImmutableContainerSummary.Builder {
    Builder() {}
  }
}
