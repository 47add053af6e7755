package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How far a cluster volume is published to a node. */
public final class VolumePublishState extends OpenEnum {
  /** The word {@code pending-publish}. */
  public static final VolumePublishState PENDING_PUBLISH =
      new VolumePublishState("pending-publish");

  /** The word {@code published}. */
  public static final VolumePublishState PUBLISHED = new VolumePublishState("published");

  /** The word {@code pending-node-unpublish}. */
  public static final VolumePublishState PENDING_NODE_UNPUBLISH =
      new VolumePublishState("pending-node-unpublish");

  /** The word {@code pending-controller-unpublish}. */
  public static final VolumePublishState PENDING_CONTROLLER_UNPUBLISH =
      new VolumePublishState("pending-controller-unpublish");

  private VolumePublishState(String value) {
    super(value);
  }

  /** Returns the one of this value, be it known to this library or not. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VolumePublishState of(String value) {
    return new VolumePublishState(value);
  }
}
