package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How healthy a container is. */
public final class HealthStatus extends OpenEnum {
  /** The word {@code none}. */
  public static final HealthStatus NONE = new HealthStatus("none");

  /** The word {@code starting}. */
  public static final HealthStatus STARTING = new HealthStatus("starting");

  /** The word {@code healthy}. */
  public static final HealthStatus HEALTHY = new HealthStatus("healthy");

  /** The word {@code unhealthy}. */
  public static final HealthStatus UNHEALTHY = new HealthStatus("unhealthy");

  private HealthStatus(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static HealthStatus of(String value) {
    return new HealthStatus(value);
  }
}
