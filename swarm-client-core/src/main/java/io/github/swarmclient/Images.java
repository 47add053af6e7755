package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ImageInspect;
import io.github.swarmclient.model.ImageSummary;
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
   * Only what stands between slashes is checked: engines also take IDs, and the beginning of one.
   */
  private static String holes(String[] parts) {
    return "/{}".repeat(parts.length);
  }
}
