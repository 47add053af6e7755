package io.github.swarmclient.testkit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of images that local engines are given: from a folder, or else saved by the Docker
 * engine of this machine into files that are deleted afterwards.
 */
final class LocalImages implements AutoCloseable {
  private static final String VARIABLE = "SWARM_ENGINE_IMAGES";

  private final List<Path> paths = new ArrayList<>();
  private final List<Path> temporary = new ArrayList<>();

  private LocalImages() {}

  /**
   * Finds images.
   *
   * @throws IllegalStateException if one is nowhere, with what to do about it
   */
  static LocalImages of(List<String> images) {
    LocalImages files = new LocalImages();
    try {
      String folder = Objects.requireNonNullElse(System.getenv(VARIABLE), "");
      List<Path> there = folder.isEmpty() ? List.of() : tars(Path.of(folder));
      for (String image : images) {
        files.add(image, there);
      }
      return files;
    } catch (RuntimeException | Error e) {
      files.close();
      throw e;
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

  private void add(String image, List<Path> there) {
    String name = image.contains(":") ? image : image + ":latest";
    for (Path file : there) {
      if (ImageFile.names(file).contains(name)) {
        paths.add(file);
        return;
      }
    }
    paths.add(save(name));
  }

  private Path save(String image) {
    try (SwarmClient docker = SwarmClient.connect()) {
      Path file = Files.createTempFile("swarm-image", ".tar");
      temporary.add(file);
      docker.images().save(image, file);
      return file;
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
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file for image " + image, e);
    }
  }

  List<Path> paths() {
    return paths;
  }

  @Override
  public void close() {
    for (Path file : temporary) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + file, e);
      }
    }
  }
}
