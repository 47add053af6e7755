package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The exec start request. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecStartRequest.Builder.class)
public abstract class ExecStartRequest implements WireObject {
  ExecStartRequest() {}

  /** Returns the detach. */
  @JsonProperty("Detach")
  public abstract @Nullable Boolean detach();

  /** Returns the tty. */
  @JsonProperty("Tty")
  public abstract @Nullable Boolean tty();

  /** Returns the console size. */
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
