package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** How to start an exec. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecStartRequest.Builder.class)
public abstract class ExecStartRequest implements WireObject {
  ExecStartRequest() {}

  /** Returns whether to leave it alone; null is false, to exchange streams. */
  @JsonProperty("Detach")
  public abstract @Nullable Boolean detach();

  /**
   * Returns whether it gets a terminal; has to be what the exec was created with. Null is false.
   */
  @JsonProperty("Tty")
  public abstract @Nullable Boolean tty();

  /**
   * Returns the height and the width of the terminal in characters; empty is the engine's choice.
   * API 1.42.
   */
  @JsonProperty("ConsoleSize")
  public abstract List<Integer> consoleSize();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ExecStartRequest}. */
  public static final class Builder extends ImmutableExecStartRequest.Builder {
    Builder() {}
  }
}
