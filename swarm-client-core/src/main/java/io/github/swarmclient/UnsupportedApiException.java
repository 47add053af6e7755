package io.github.swarmclient;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The engine's API is too old for what was asked. Thrown before anything is sent: the engine itself
 * would drop what it does not know, and say nothing.
 */
public final class UnsupportedApiException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final ApiVersion needs;
  private final ApiVersion engineHas;

  UnsupportedApiException(String operation, String what, ApiVersion needs, ApiVersion engineHas) {
    this(
        operation,
        needs,
        engineHas,
        what + " needs API " + needs + ", this engine has " + engineHas);
  }

  private UnsupportedApiException(
      String operation, ApiVersion needs, ApiVersion engineHas, String why) {
    super(operation, why, null);
    this.needs = needs;
    this.engineHas = engineHas;
  }

  /** Returns what to throw where an update in an older version than the engine's loses fields. */
  static UnsupportedApiException wouldLose(
      String operation, List<Requirements.Requirement> lost, ApiVersion talked, ApiVersion engine) {
    ApiVersion needs = Collections.max(lost.stream().map(r -> r.since()).toList());
    String fields = lost.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new UnsupportedApiException(
        operation,
        needs,
        talked,
        "the service would lose "
            + fields
            + ": this client was told to talk API "
            + talked
            + " to an engine of "
            + engine
            + "; let it talk the engine's own, or say allowLossy()");
  }

  /** Returns the version that is needed. */
  public ApiVersion needs() {
    return needs;
  }

  /** Returns the version that the engine has, or that the client was told to talk. */
  public ApiVersion engineHas() {
    return engineHas;
  }
}
