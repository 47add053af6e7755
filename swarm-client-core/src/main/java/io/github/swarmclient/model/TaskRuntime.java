package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What carries out a task. */
public final class TaskRuntime extends OpenEnum {
  /** A container. */
  public static final TaskRuntime CONTAINER = new TaskRuntime("container");

  /** A plug-in is installed. API 1.31. */
  public static final TaskRuntime PLUGIN = new TaskRuntime("plugin");

  /** A container that was attached to a network by hand. API 1.38. */
  public static final TaskRuntime ATTACHMENT = new TaskRuntime("attachment");

  private TaskRuntime(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static TaskRuntime of(String value) {
    return new TaskRuntime(value);
  }
}
