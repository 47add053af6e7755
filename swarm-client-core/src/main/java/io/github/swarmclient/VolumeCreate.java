package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ClusterVolumeSpec;
import io.github.swarmclient.model.Volume;
import io.github.swarmclient.model.VolumeCreateRequest;
import java.util.function.UnaryOperator;

/** Makes a volume on one engine, or a cluster volume. Single-use. */
public final class VolumeCreate {
  /** The first version that knows cluster volumes. */
  static final ApiVersion CLUSTER = ApiVersion.of(1, 42);

  private final ApiCalls calls;
  private final String operation;
  private final VolumeCreateRequest.Builder request;
  private boolean cluster;

  VolumeCreate(ApiCalls calls, String name) {
    this.calls = calls;
    this.operation = "volume create of " + Text.printable(name);
    this.request = VolumeCreateRequest.builder().name(Checks.text("volume name", name));
  }

  /** Sets the driver, for a cluster volume a CSI plug-in; {@code local} if this is not called. */
  public VolumeCreate driver(String driver) {
    request.driver(Checks.text("driver", driver));
    return this;
  }

  /** Sets an option of the driver. */
  public VolumeCreate option(String key, String value) {
    request.putDriverOpt(Checks.text("option", key), value);
    return this;
  }

  /** Adds a label, or gives it another value. */
  public VolumeCreate label(String key, String value) {
    request.putLabel(Checks.text("label", key), value);
    return this;
  }

  /** Makes it a volume of the swarm, as this says. API 1.42. */
  public VolumeCreate cluster(UnaryOperator<ClusterVolumeSpec.Builder> spec) {
    request.clusterVolumeSpec(spec.apply(ClusterVolumeSpec.builder()).build());
    cluster = true;
    return this;
  }

  /**
   * Makes the volume; the one that is there, if it is the same.
   *
   * @throws ConflictException if there is another one of this name
   * @throws UnsupportedApiException if the API is too old for cluster volumes; nothing is sent then
   */
  public Volume execute() {
    if (cluster) {
      calls.requires(operation, CLUSTER, "cluster volumes");
    }
    return calls.post(operation, "/volumes/create").body(request.build()).read(Volume.class);
  }
}
