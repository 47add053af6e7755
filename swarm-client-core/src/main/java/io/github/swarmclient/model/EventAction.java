package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What happened to an object. */
public final class EventAction extends OpenEnum {
  /** It was created. */
  public static final EventAction CREATE = new EventAction("create");

  /** It was changed. */
  public static final EventAction UPDATE = new EventAction("update");

  /** It was removed from the swarm. */
  public static final EventAction REMOVE = new EventAction("remove");

  /** A container was attached to the network. */
  public static final EventAction CONNECT = new EventAction("connect");

  /** A container was detached from the network. */
  public static final EventAction DISCONNECT = new EventAction("disconnect");

  /** It was removed from the engine. */
  public static final EventAction DESTROY = new EventAction("destroy");

  /** The container started. */
  public static final EventAction START = new EventAction("start");

  /** The container ended. */
  public static final EventAction DIE = new EventAction("die");

  /** The container was stopped. */
  public static final EventAction STOP = new EventAction("stop");

  /** The container was sent a signal. */
  public static final EventAction KILL = new EventAction("kill");

  /** The container ran out of memory. */
  public static final EventAction OOM = new EventAction("oom");

  /** The container was restarted. */
  public static final EventAction RESTART = new EventAction("restart");

  /** The container was renamed. */
  public static final EventAction RENAME = new EventAction("rename");

  /** The container was paused. */
  public static final EventAction PAUSE = new EventAction("pause");

  /** The container goes on. */
  public static final EventAction UNPAUSE = new EventAction("unpause");

  /** The image was pulled. */
  public static final EventAction PULL = new EventAction("pull");

  /** The image was given a name. */
  public static final EventAction TAG = new EventAction("tag");

  /** The image lost a name. */
  public static final EventAction UNTAG = new EventAction("untag");

  /** The image was deleted. */
  public static final EventAction DELETE = new EventAction("delete");

  /** The volume was mounted. */
  public static final EventAction MOUNT = new EventAction("mount");

  /** The volume was unmounted. */
  public static final EventAction UNMOUNT = new EventAction("unmount");

  /** Unused ones were removed. */
  public static final EventAction PRUNE = new EventAction("prune");

  /** The engine read its configuration again. */
  public static final EventAction RELOAD = new EventAction("reload");

  private EventAction(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static EventAction of(String value) {
    return new EventAction(value);
  }
}
