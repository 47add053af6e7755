package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What happened. */
public final class EventAction extends OpenEnum {
  /** The word {@code create}. */
  public static final EventAction CREATE = new EventAction("create");

  /** The word {@code update}. */
  public static final EventAction UPDATE = new EventAction("update");

  /** The word {@code remove}. */
  public static final EventAction REMOVE = new EventAction("remove");

  /** The word {@code connect}. */
  public static final EventAction CONNECT = new EventAction("connect");

  /** The word {@code disconnect}. */
  public static final EventAction DISCONNECT = new EventAction("disconnect");

  /** The word {@code destroy}. */
  public static final EventAction DESTROY = new EventAction("destroy");

  /** The word {@code start}. */
  public static final EventAction START = new EventAction("start");

  /** The word {@code die}. */
  public static final EventAction DIE = new EventAction("die");

  /** The word {@code stop}. */
  public static final EventAction STOP = new EventAction("stop");

  /** The word {@code kill}. */
  public static final EventAction KILL = new EventAction("kill");

  /** The word {@code oom}. */
  public static final EventAction OOM = new EventAction("oom");

  /** The word {@code restart}. */
  public static final EventAction RESTART = new EventAction("restart");

  /** The word {@code rename}. */
  public static final EventAction RENAME = new EventAction("rename");

  /** The word {@code pause}. */
  public static final EventAction PAUSE = new EventAction("pause");

  /** The word {@code unpause}. */
  public static final EventAction UNPAUSE = new EventAction("unpause");

  /** The word {@code pull}. */
  public static final EventAction PULL = new EventAction("pull");

  /** The word {@code tag}. */
  public static final EventAction TAG = new EventAction("tag");

  /** The word {@code untag}. */
  public static final EventAction UNTAG = new EventAction("untag");

  /** The word {@code delete}. */
  public static final EventAction DELETE = new EventAction("delete");

  /** The word {@code mount}. */
  public static final EventAction MOUNT = new EventAction("mount");

  /** The word {@code unmount}. */
  public static final EventAction UNMOUNT = new EventAction("unmount");

  /** The word {@code prune}. */
  public static final EventAction PRUNE = new EventAction("prune");

  /** The word {@code reload}. */
  public static final EventAction RELOAD = new EventAction("reload");

  /** The word {@code health_status}. */
  public static final EventAction HEALTH_STATUS = new EventAction("health_status");

  /** The word {@code exec_create}. */
  public static final EventAction EXEC_CREATE = new EventAction("exec_create");

  /** The word {@code exec_start}. */
  public static final EventAction EXEC_START = new EventAction("exec_start");

  /** The word {@code exec_die}. */
  public static final EventAction EXEC_DIE = new EventAction("exec_die");

  /** The word {@code exec_detach}. */
  public static final EventAction EXEC_DETACH = new EventAction("exec_detach");

  private EventAction(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EventAction of(String value) {
    return new EventAction(value);
  }
}
