package io.github.swarmclient;

/** Which networks to list. Of one kind any may fit, of several kinds all must; of labels all. */
public final class NetworkQuery extends ObjectQuery<NetworkQuery> {
  NetworkQuery() {}

  @Override
  NetworkQuery self() {
    return this;
  }

  /** Wants networks whose ID is, or begins with, this. */
  public NetworkQuery id(String id) {
    return filter("id", Checks.text("ID", id));
  }

  /** Wants networks of this driver: {@code overlay}. */
  public NetworkQuery driver(String driver) {
    return filter("driver", Checks.text("driver", driver));
  }

  /** Wants networks of this scope: {@code swarm}, {@code global} or {@code local}. */
  public NetworkQuery scope(String scope) {
    return filter("scope", Checks.text("scope", scope));
  }

  /** Wants networks that users made, and none that engines have by themselves. */
  public NetworkQuery custom() {
    return filter("type", "custom");
  }

  /** Wants networks that no container of the engine uses. */
  public NetworkQuery dangling() {
    return filter("dangling", "true");
  }
}
