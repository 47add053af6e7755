package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ImageInspect;
import io.github.swarmclient.model.ImageSummary;
import java.nio.file.Path;
import java.util.List;

/** The images of one engine; those of other nodes are at theirs. */
public final class Images {
  private final ApiCalls calls;

  Images(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Begins to pull an image from its registry.
   *
   * @param image {@code [registry/]path[:tag][@digest]}; without tag and digest it is {@code
   *     latest}
   * @throws IllegalArgumentException if that is no name of an image, with what is wrong
   */
  public ImagePull pull(String image) {
    return new ImagePull(calls, ImageReference.parse(image));
  }

  /** Returns the images that have a name, or had one. */
  public List<ImageSummary> list() {
    return calls.get("image list", "/images/json").readList(ImageSummary.class);
  }

  /**
   * Returns an image.
   *
   * @param image its name or ID
   * @throws NotFoundException if this engine does not have it
   */
  public ImageInspect inspect(String image) {
    return inspect(calls, "image inspect of " + Text.printable(image), image);
  }

  static ImageInspect inspect(ApiCalls calls, String operation, String image) {
    String[] parts = image.split("/", -1);
    return calls.get(operation, "/images" + holes(parts) + "/json", parts).read(ImageInspect.class);
  }

  /**
   * Removes a name of an image, and the image with its last name.
   *
   * @param image its name, or an ID that has one name
   * @throws NotFoundException if this engine does not have it
   * @throws ConflictException if a container uses it
   */
  public void remove(String image) {
    String[] parts = image.split("/", -1);
    calls
        .delete("image remove of " + Text.printable(image), "/images" + holes(parts), parts)
        .done();
  }

  /**
   * Gives an image one more name.
   *
   * @param image its name or ID
   * @param name the new name; without a tag it is {@code latest}. An image that has it loses it.
   * @throws NotFoundException if this engine does not have the image
   * @throws IllegalArgumentException if {@code name} is no name of an image, or has a digest
   */
  public void tag(String image, String name) {
    ImageReference added = ImageReference.parse(name);
    if (added.digest() != null) {
      throw new IllegalArgumentException(
          added.familiar() + " has a digest, which cannot be given; nothing was sent");
    }
    String[] parts = image.split("/", -1);
    calls
        .post("image tag of " + Text.printable(image), "/images" + holes(parts) + "/tag", parts)
        .query("repo", added.familiarName())
        .query("tag", added.tagOrLatest())
        .done();
  }

  /**
   * Writes an image with all its layers into a tar archive, or writes nothing.
   *
   * @param image its name or ID
   * @param file the archive; one that is there is replaced
   * @throws NotFoundException if this engine does not have the image
   * @throws SwarmException if the file cannot be written
   */
  public void save(String image, Path file) {
    String operation = "image save of " + Text.printable(image);
    String[] parts = image.split("/", -1);
    new ImageArchive(calls, operation, file)
        .save(calls.get(operation, "/images" + holes(parts) + "/get", parts));
  }

  /**
   * Reads the images of a tar archive into this engine.
   *
   * @param file the archive, also a compressed one
   * @return their names; of an image without name its ID
   * @throws IllegalArgumentException if the file is not there
   * @throws EngineException if it is no archive of images
   */
  public List<String> load(Path file) {
    return new ImageArchive(calls, "image load of " + file, file).load();
  }

  /**
   * Only what stands between slashes is checked: engines also take IDs, and the beginning of one.
   */
  static String holes(String[] parts) {
    return "/{}".repeat(parts.length);
  }
}
