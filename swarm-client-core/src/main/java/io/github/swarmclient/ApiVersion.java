package io.github.swarmclient;

import java.util.Objects;

/** A version of the Engine API, such as 1.41. */
public final class ApiVersion implements Comparable<ApiVersion> {
  /** The oldest version this library talks: the first with jobs, engine 20.10. */
  public static final ApiVersion MINIMUM = of(1, 41);

  private final int major;
  private final int minor;

  private ApiVersion(int major, int minor) {
    this.major = major;
    this.minor = minor;
  }

  /** Returns the version {@code major.minor}. */
  public static ApiVersion of(int major, int minor) {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException("no API version: " + major + "." + minor);
    }
    return new ApiVersion(major, minor);
  }

  /**
   * Returns the version that {@code text} stands for, such as {@code "1.41"}.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  public static ApiVersion parse(String text) {
    Objects.requireNonNull(text, "text");
    if (!text.matches("\\d{1,4}\\.\\d{1,4}")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no API version; expected major.minor, such as 1.41");
    }
    int dot = text.indexOf('.');
    return of(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
  }

  /** Returns whether this is {@code other} or newer. */
  public boolean atLeast(ApiVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiVersion that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * major + minor;
  }

  /** Returns {@code major.minor}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
