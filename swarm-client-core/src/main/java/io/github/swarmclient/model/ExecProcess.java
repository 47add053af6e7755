package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What an exec runs. */
@Value.Immutable
@WireStyle
@JsonDeserialize(builder = ExecProcess.Builder.class)
public abstract class ExecProcess implements WireObject {
  ExecProcess() {}

  /** Returns the program. */
  @JsonProperty("entrypoint")
  public abstract @Nullable String entrypoint();

  /** Returns its arguments. */
  @JsonProperty("arguments")
  public abstract List<String> arguments();

  /** Returns whether it has a terminal. */
  @JsonProperty("tty")
  public abstract @Nullable Boolean tty();

  /** Returns whether it may do all that root on the host may. */
  @JsonProperty("privileged")
  public abstract @Nullable Boolean privileged();

  /** Returns the user that it runs as. */
  @JsonProperty("user")
  public abstract @Nullable String user();

  /** Returns a builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that has all of this. */
  public Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link ExecProcess}. */
  public static final class Builder extends ImmutableExecProcess.Builder {
    Builder() {}
  }
}
