package io.github.swarmclient;

/**
 * A pull that had begun did not come to its end: the registry was not reached or limits the rate,
 * the image is not made for the platform, the disk is full. What is not there or denied is a {@link
 * NotFoundException} or {@link DeniedException}.
 */
public final class ImagePullException extends EngineException {
  private static final long serialVersionUID = 1L;

  ImagePullException(EngineAnswer answer, String hint) {
    super(answer, hint);
  }
}
