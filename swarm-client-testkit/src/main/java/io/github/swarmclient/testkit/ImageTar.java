package io.github.swarmclient.testkit;

import com.github.dockerjava.api.command.SaveImagesCmd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.testcontainers.utility.DockerImageName;

/** Images on their way from the outer engine into the nodes, in a temporary file. */
final class ImageTar implements AutoCloseable {
  private final List<String> images;
  private final Path file;
  private final DindWatch watch;

  ImageTar(List<String> images) {
    this.images = images;
    try {
      this.file = Files.createTempFile("swarm-images", ".tar");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file for images", e);
    }
    this.watch = DindWatch.file(file.toString());
  }

  /** Reads the images, all at once: layers that they share come only once. */
  void save() {
    if (images.isEmpty()) {
      return;
    }
    SaveImagesCmd save = OuterEngine.client().saveImagesCmd();
    for (String image : images) {
      DockerImageName name = DockerImageName.parse(image);
      save = save.withImage(name.getUnversionedPart(), name.getVersionPart());
    }
    try (InputStream tar = save.exec()) {
      Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save " + images, e);
    }
  }

  void loadInto(DindNode node) {
    if (!images.isEmpty()) {
      node.load(file);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
    watch.close();
  }
}
