package io.github.swarmclient.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of images that engines are given; those that were made for it are deleted. */
final class ImageFiles implements AutoCloseable {
  private final List<Path> paths = new ArrayList<>();
  private final List<Path> temporary = new ArrayList<>();

  /**
   * Looks at files that there are, and saves images.
   *
   * @throws IllegalArgumentException if one of the files holds no image
   */
  static ImageFiles of(List<Path> tars, List<AppImage> images) {
    ImageFiles files = new ImageFiles();
    try {
      for (Path tar : tars) {
        ImageFile.names(tar);
        files.add(tar);
      }
      for (AppImage image : images) {
        image.saveTo(files.temporary());
      }
      return files;
    } catch (RuntimeException | Error e) {
      files.close();
      throw e;
    }
  }

  /** Adds a file that there is. */
  void add(Path file) {
    paths.add(file);
  }

  /** Adds an empty file, for an image to be saved to. */
  Path temporary() {
    try {
      Path file = Files.createTempFile("swarm-image", ".tar");
      temporary.add(file);
      paths.add(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file for an image", e);
    }
  }

  /** Returns the names of the images. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path path : paths) {
      names.addAll(ImageFile.names(path));
    }
    return names;
  }

  void loadInto(SwarmNode node) {
    for (Path path : paths) {
      node.load(path);
    }
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
