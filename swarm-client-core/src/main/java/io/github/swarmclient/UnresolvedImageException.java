package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The digest of an image is not to be had, and {@link ImageResolution#REQUIRED} was said. Nothing
 * was made or changed.
 */
public final class UnresolvedImageException extends SwarmException {
  private static final long serialVersionUID = 1L;
  private final String image;

  UnresolvedImageException(
      String operation, String image, String why, @Nullable SwarmException cause) {
    super(
        operation,
        "the digest of "
            + image
            + " is not to be had: "
            + why
            + "; nothing was changed. Where its registry wants a login say withRegistryAuth(); to go"
            + " on without a digest, resolveImage(ImageResolution.ON)",
        cause);
    this.image = Text.printable(image);
  }

  /** Returns the image as it was named, with its tag. */
  public String image() {
    return image;
  }
}
