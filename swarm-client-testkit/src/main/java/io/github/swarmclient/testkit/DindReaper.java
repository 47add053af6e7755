package io.github.swarmclient.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.github.swarmclient.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A program that outlives the process that started it, and removes what that has left behind: it
 * hears by a pipe that the process has ended, however it did. Of what begins and ends in the
 * process it is told by lines, so that it does nothing where nothing is left.
 */
final class DindReaper {
  /** Before a line's rest, which has begun. */
  static final String BEGIN = "+";

  /** Before a line's rest, which has ended in good order. */
  static final String END = "-";

  /** Containers that were asked for at the last moment come into being later. */
  private static final int LOOKS_IN_VAIN = 4;

  private static final int MOST_LOOKS = 120;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DockerClient docker;
  private final List<String> label;

  private DindReaper(DockerClient docker, String label) {
    this.docker = docker;
    this.label = List.of(label);
  }

  /** Takes the label that everything to be removed bears, and the address of the engine. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Set<String> open = readToTheEnd();
    if (open.isEmpty()) {
      return;
    }
    for (String what : open) {
      if (what.startsWith("/")) {
        Files.deleteIfExists(Path.of(what));
      }
    }
    new DindReaper(OuterEngine.at(args[1]), args[0]).removeAll();
  }

  /** Returns what has begun and not ended when the pipe ends. */
  private static Set<String> readToTheEnd() throws IOException {
    Set<String> open = new LinkedHashSet<>();
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      if (line.startsWith(BEGIN)) {
        open.add(line.substring(1));
      } else if (line.startsWith(END)) {
        open.remove(line.substring(1));
      }
    }
    return open;
  }

  private void removeAll() throws InterruptedException {
    int inVain = 0;
    for (int look = 0; look < MOST_LOOKS && inVain < LOOKS_IN_VAIN; look++) {
      inVain = removeSome() ? 0 : inVain + 1;
      TimeSource.system().sleep(PAUSE);
    }
  }

  /** Returns whether there was something, or the engine did not answer. */
  private boolean removeSome() {
    try {
      boolean containers = removeContainers();
      boolean networks = removeNetworks();
      boolean volumes = removeVolumes();
      return containers || networks || volumes;
    } catch (RuntimeException e) {
      return true;
    }
  }

  private boolean removeContainers() {
    var containers = docker.listContainersCmd().withShowAll(true).withLabelFilter(label).exec();
    Parallel.forEach(
        containers,
        container ->
            remove(
                docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true)
                    ::exec));
    return !containers.isEmpty();
  }

  private boolean removeNetworks() {
    var networks = docker.listNetworksCmd().withFilter("label", label).exec();
    networks.forEach(network -> remove(docker.removeNetworkCmd(network.getId())::exec));
    return !networks.isEmpty();
  }

  private boolean removeVolumes() {
    List<InspectVolumeResponse> volumes =
        Objects.requireNonNullElse(
            docker.listVolumesCmd().withFilter("label", label).exec().getVolumes(), List.of());
    volumes.forEach(volume -> remove(docker.removeVolumeCmd(volume.getName())::exec));
    return !volumes.isEmpty();
  }

  private static void remove(Runnable removal) {
    try {
      removal.run();
    } catch (NotFoundException | ConflictException e) {
      // It is gone, or is being removed: the next look tells.
    }
  }
}
