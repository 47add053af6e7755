package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/** How far a cluster volume is published to a node. API 1.42. */
public final class VolumePublishState extends OpenEnum {
  /** It is to be published. API 1.42. */
  public static final VolumePublishState PENDING_PUBLISH =
      new VolumePublishState("pending-publish");

  /** It is published. API 1.42. */
  public static final VolumePublishState PUBLISHED = new VolumePublishState("published");

  /** The node is to let it go. API 1.42. */
  public static final VolumePublishState PENDING_NODE_UNPUBLISH =
      new VolumePublishState("pending-node-unpublish");

  /** The node has let it go, and the storage provider is to. API 1.42. */
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
