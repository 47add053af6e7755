package io.github.swarmclient.benchmarks;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.testcontainers.DockerClientFactory;

/** What the engine that runs nodes' containers has, by its API. */
final class OuterDocker {
  private static final String LABEL = DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL + "=";

  private OuterDocker() {}

  /** Returns the containers, volumes and networks that a JVM has made, {@code container ID}. */
  static Set<String> ofSession(String session) {
    DockerClient docker = DockerClientFactory.instance().client();
    List<String> label = List.of(LABEL + session);
    Set<String> found = new TreeSet<>();
    docker
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(label)
        .exec()
        .forEach(container -> found.add("container " + container.getId()));
    docker
        .listNetworksCmd()
        .withFilter("label", label)
        .exec()
        .forEach(network -> found.add("network " + network.getId()));
    volumes(docker, label, found);
    return found;
  }

  /** Returns all that there is, whoever has made it. */
  static Set<String> all() {
    DockerClient docker = DockerClientFactory.instance().client();
    Set<String> found = new TreeSet<>();
    docker
        .listContainersCmd()
        .withShowAll(true)
        .exec()
        .forEach(container -> found.add("container " + container.getId()));
    docker.listNetworksCmd().exec().forEach(network -> found.add("network " + network.getId()));
    docker
        .listVolumesCmd()
        .exec()
        .getVolumes()
        .forEach(volume -> found.add("volume " + volume.getName()));
    return found;
  }

  private static void volumes(DockerClient docker, List<String> label, Set<String> found) {
    Objects.requireNonNullElse(
            docker.listVolumesCmd().withFilter("label", label).exec().getVolumes(),
            List.<com.github.dockerjava.api.command.InspectVolumeResponse>of())
        .forEach(volume -> found.add("volume " + volume.getName()));
  }
}
