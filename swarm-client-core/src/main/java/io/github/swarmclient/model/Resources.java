package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a node has to offer, or a task reserves. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = Resources.Builder.class)
public abstract class Resources implements WireObject {
  Resources() {}

  /** Returns the processors in billionths of one. */
  @JsonProperty("NanoCPUs")
  public abstract @Nullable Long nanoCpus();

  /** Returns the memory in bytes. */
  @JsonProperty("MemoryBytes")
  public abstract @Nullable Long memoryBytes();

  /** Returns what nodes declare of their own. API 1.32. */
  @JsonProperty("GenericResources")
  public abstract List<GenericResource> genericResources();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Resources}. */
  public static final class Builder extends ImmutableResources.Builder {
    Builder() {}
  }
}
