package io.github.swarmclient;

/**
 * Whether the registry of an image is asked for its digest before a service is made or gets another
 * image. With a digest all nodes run the same, whenever they pull it, and the platforms that the
 * image is there for are known to the scheduler.
 *
 * <p>The manager asks, with the credentials that the operation sends, and may take 5 s for it. It
 * is asked at a create, and at an update that says {@code image(…)} or changes the image otherwise;
 * never when a service is scaled or rolled back. An image that was named with a digest keeps that
 * one.
 */
public enum ImageResolution {
  /** It is not asked: the image goes out as it was named, and each node looks it up by itself. */
  OFF,

  /**
   * It is asked. If it does not know, the image goes out as it was named, and the result has a
   * warning.
   */
  ON,

  /**
   * It is asked. If it does not know, the ending throws {@link UnresolvedImageException} before
   * anything is made or changed.
   */
  REQUIRED
}
