package io.github.swarmclient;

/**
 * As what file the containers of a service have a secret or a config: where, whose and for whom.
 */
public final class FileReference {
  private static final int HIGHEST_MODE = 0777;

  private final String source;
  private String target;
  private long uid;
  private long gid;
  private int mode = 0444;

  FileReference(String source) {
    this.source = source;
    this.target = source;
  }

  /**
   * Sets the path of the file. One that does not begin with a slash is, of a secret, within {@code
   * /run/secrets} and, of a config, within the root folder.
   */
  public FileReference target(String path) {
    this.target = Checks.text("target", path);
    return this;
  }

  /** Sets the number of the user whose file it is; 0 if this is not called. */
  public FileReference uid(long uid) {
    this.uid = Checks.notNegative("uid", uid);
    return this;
  }

  /** Sets the number of the group whose file it is; 0 if this is not called. */
  public FileReference gid(long gid) {
    this.gid = Checks.notNegative("gid", gid);
    return this;
  }

  /**
   * Sets the permissions, as a rule in octal; 0444 if this is not called.
   *
   * @throws IllegalArgumentException if it is not 0 to 0777
   */
  public FileReference mode(int mode) {
    if (mode < 0 || mode > HIGHEST_MODE) {
      throw new IllegalArgumentException(
          String.format("mode 0%o is none: expected 0 to 0777, with a leading 0 in Java", mode));
    }
    this.mode = mode;
    return this;
  }

  /** Returns the name of the secret or config. */
  String source() {
    return source;
  }

  String target() {
    return target;
  }

  String uid() {
    return Long.toString(uid);
  }

  String gid() {
    return Long.toString(gid);
  }

  long mode() {
    return mode;
  }
}
