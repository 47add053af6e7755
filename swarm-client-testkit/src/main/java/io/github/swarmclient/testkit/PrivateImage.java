package io.github.swarmclient.testkit;

/**
 * An image in a registry that wants a login.
 *
 * @param reference the image as services name it, {@code registry:5000/nginx:1.13}
 * @param user the name to log in with
 * @param password the password
 */
public record PrivateImage(String reference, String user, String password) {

  /** Returns the reference; never the login. */
  @Override
  public String toString() {
    return reference;
  }
}
