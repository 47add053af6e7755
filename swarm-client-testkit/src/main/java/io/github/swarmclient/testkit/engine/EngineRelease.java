package io.github.swarmclient.testkit.engine;

import io.github.swarmclient.ApiVersion;
import java.util.List;

/**
 * What the releases of the engine speak.
 *
 * @param major the first number of the first such release
 * @param minor its second number
 * @param newest the newest version of the API
 * @param oldest the oldest version of the API
 */
public record EngineRelease(int major, int minor, ApiVersion newest, ApiVersion oldest) {
  /** Each with what it changed, the newest first. */
  private static final List<EngineRelease> ALL =
      List.of(
          release(29, 6, 55, 40),
          release(29, 3, 54, 40),
          release(29, 2, 53, 44),
          release(29, 0, 52, 44),
          release(28, 3, 51, 24),
          release(28, 2, 50, 24),
          release(28, 1, 49, 24),
          release(28, 0, 48, 24),
          release(27, 2, 47, 24),
          release(27, 0, 46, 24),
          release(26, 0, 45, 24),
          release(25, 0, 44, 24),
          release(24, 0, 43, 12),
          release(23, 0, 42, 12),
          release(20, 10, 41, 12));

  private static EngineRelease release(int major, int minor, int newest, int oldest) {
    return new EngineRelease(major, minor, ApiVersion.of(1, newest), ApiVersion.of(1, oldest));
  }

  /**
   * Returns what a release of the engine speaks.
   *
   * @param version its version, such as 28.5.2 or 28
   * @throws IllegalArgumentException if it is none from 20.10 on
   */
  public static EngineRelease of(String version) {
    int dot = version.indexOf('.');
    int major = number(version, 0, dot);
    // Of 20 there was no release before 20.10.
    int minor = dot < 0 ? 10 : number(version, dot + 1, version.indexOf('.', dot + 1));
    for (EngineRelease release : ALL) {
      if (minor >= 0
          && (major > release.major || (major == release.major && minor >= release.minor))) {
        return release;
      }
    }
    throw new IllegalArgumentException(
        "\"" + version + "\" is no version of an engine from 20.10 on, such as 28.5.2");
  }

  /** Returns the number between two places, or −1 if there is none. */
  private static int number(String text, int from, int to) {
    int end = to < 0 ? text.length() : to;
    int number = from == end || end - from > 4 ? -1 : 0;
    for (int i = from; i < end && number >= 0; i++) {
      char c = text.charAt(i);
      number = c >= '0' && c <= '9' ? number * 10 + c - '0' : -1;
    }
    return number;
  }
}
