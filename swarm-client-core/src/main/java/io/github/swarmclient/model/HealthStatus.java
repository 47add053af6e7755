package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How healthy a container is. */
public final class HealthStatus extends OpenEnum {
  /** There is no health check. */
  public static final HealthStatus NONE = new HealthStatus("none");

  /** No check has decided yet. */
  public static final HealthStatus STARTING = new HealthStatus("starting");

  /** The last check passed. */
  public static final HealthStatus HEALTHY = new HealthStatus("healthy");

  /** Too many checks in a row failed. */
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
