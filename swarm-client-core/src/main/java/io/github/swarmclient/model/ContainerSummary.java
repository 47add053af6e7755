package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The container summary. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ContainerSummary.Builder.class)
public abstract class ContainerSummary implements WireObject {
  ContainerSummary() {}

  /** Returns the id. */
  @JsonProperty("Id")
  public abstract @Nullable String id();

  /** Returns the names. */
  @JsonProperty("Names")
  public abstract List<String> names();

  /** Returns the image. */
  @JsonProperty("Image")
  public abstract @Nullable String image();

  /** Returns the image id. */
  @JsonProperty("ImageID")
  public abstract @Nullable String imageId();

  /** Returns the command. */
  @JsonProperty("Command")
  public abstract @Nullable String command();

  /** Returns the created. */
  @JsonProperty("Created")
  public abstract @Nullable Long created();

  /** Returns the state. */
  @JsonProperty("State")
  public abstract @Nullable ContainerStatusWord state();

  /** Returns the status. */
  @JsonProperty("Status")
  public abstract @Nullable String status();

  /** Returns the labels. */
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
