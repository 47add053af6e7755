package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the images that local engines are given: in a folder, or else in the Docker engine of this
 * machine.
 */
final class LocalImages {
  private static final String VARIABLE = "SWARM_ENGINE_IMAGES";

  private LocalImages() {}

  /**
   * Adds the files of images.
   *
   * @throws IllegalStateException if one is nowhere, with what to do about it
   */
  static void addTo(ImageFiles files, Collection<String> images) {
    String folder = Objects.requireNonNullElse(System.getenv(VARIABLE), "");
    List<Path> there = folder.isEmpty() ? List.of() : tars(Path.of(folder));
    for (String image : images) {
      String name = image.contains(":") ? image : image + ":latest";
      there.stream()
          .filter(file -> ImageFile.names(file).contains(name))
          .findFirst()
          .ifPresentOrElse(files::add, () -> save(name, files));
    }
  }

  private static List<Path> tars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tar")).toList();
    } catch (IOException e) {
      throw new IllegalStateException(
          VARIABLE + " names " + folder + ", which cannot be listed: " + Failures.reason(e), e);
    }
  }

  private static void save(String image, ImageFiles files) {
    try (SwarmClient docker = SwarmClient.connect()) {
      docker.images().save(image, files.temporary());
    } catch (SwarmException e) {
      throw new IllegalStateException(
          "image "
              + image
              + " cannot be had: it is in no .tar of "
              + VARIABLE
              + ", and the Docker engine of this machine does not give it ("
              + Failures.reason(e)
              + "); imageTar(file) takes what docker save wrote",
          e);
    }
  }
}
