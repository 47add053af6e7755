package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ClusterVolume;
import io.github.swarmclient.model.ClusterVolumeSpec;
import io.github.swarmclient.model.Volume;
import io.github.swarmclient.model.VolumeAvailability;
import io.github.swarmclient.model.VolumeList;
import io.github.swarmclient.model.VolumePruneReport;
import io.github.swarmclient.model.VolumeUpdateRequest;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The volumes of one engine and, on a manager, the cluster volumes of the swarm. Thread-safe; the
 * operations it begins are not, and are used once.
 */
public final class Volumes {
  private final ApiCalls calls;

  Volumes(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Begins to make a volume.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public VolumeCreate create(String name) {
    return new VolumeCreate(calls, name);
  }

  /** Returns all volumes, with what the engine could not find out. */
  public VolumeList list() {
    return list(query -> query);
  }

  /** Returns the volumes that a query wants. */
  public VolumeList list(UnaryOperator<VolumeQuery> query) {
    return calls
        .get("volume list", "/volumes")
        .filters(query.apply(new VolumeQuery()).filters())
        .read(VolumeList.class);
  }

  /**
   * Returns a volume.
   *
   * @param name its name; of a cluster volume, its ID too
   * @throws NotFoundException if there is no such volume
   */
  public Volume inspect(String name) {
    return read("volume inspect of " + Text.printable(name), name);
  }

  private Volume read(String operation, String name) {
    return calls.get(operation, "/volumes/{}", name).read(Volume.class);
  }

  /**
   * Says whether a cluster volume may be used, which is all of it that can be changed. API 1.42.
   *
   * @return the volume as it is then
   * @throws NotFoundException if there is no such volume
   * @throws IllegalArgumentException if it is no cluster volume; nothing is sent then
   */
  public Volume updateAvailability(String name, VolumeAvailability availability) {
    String operation = "volume update of " + Text.printable(name);
    calls.requires(operation, VolumeCreate.CLUSTER, "cluster volumes");
    return Conflicts.retry(
        () -> {
          write(operation, name, availability);
          return read(operation, name);
        });
  }

  private void write(String operation, String name, VolumeAvailability availability) {
    ClusterVolume cluster = read(operation, name).clusterVolume();
    ClusterVolumeSpec spec = cluster == null ? null : cluster.spec();
    if (cluster == null || spec == null) {
      throw new IllegalArgumentException(
          operation + " failed: it is no cluster volume; nothing was sent");
    }
    // This one endpoint does not know the swarm's volumes by their names.
    String id = Objects.requireNonNull(cluster.id(), "cluster volumes have an ID");
    calls
        .put(operation, "/volumes/{}", id)
        .query("version", Conflicts.index(cluster.version()))
        .body(
            VolumeUpdateRequest.builder()
                .spec(spec.toBuilder().availability(availability).build())
                .build())
        .done();
  }

  /**
   * Removes a volume, with all that is in it.
   *
   * @throws NotFoundException if there is no such volume
   * @throws ConflictException if a container uses it
   */
  public void remove(String name) {
    removal(name).done();
  }

  /** Removes a volume even if its plug-in has lost it. */
  public void forceRemove(String name) {
    removal(name).query("force", true).done();
  }

  private ApiCall removal(String name) {
    return calls.delete("volume removal of " + Text.printable(name), "/volumes/{}", name);
  }

  /**
   * Removes the volumes that no container of this engine uses, with all that is in them; from API
   * 1.42 on only those that were given no name.
   *
   * @return what was removed
   */
  public VolumePruneReport prune() {
    return prune(query -> query);
  }

  /** Removes those of the unused volumes that a query wants. */
  public VolumePruneReport prune(UnaryOperator<PruneQuery> query) {
    return calls
        .post("volume prune", "/volumes/prune")
        .filters(query.apply(new PruneQuery()).filters())
        .read(VolumePruneReport.class);
  }
}
