package io.github.swarmclient;

/** Which volumes to list. Of one kind any may fit, of several kinds all must; of labels all. */
public final class VolumeQuery extends ObjectQuery<VolumeQuery> {
  VolumeQuery() {}

  @Override
  VolumeQuery self() {
    return this;
  }

  /** Wants volumes of this driver. */
  public VolumeQuery driver(String driver) {
    return filter("driver", Checks.text("driver", driver));
  }

  /** Wants volumes that no container of the engine uses. */
  public VolumeQuery dangling() {
    return filter("dangling", "true");
  }
}
