package io.github.swarmclient.testkit.engine;

import java.util.List;

/**
 * What the releases of the engine speak.
 *
 * @param major the first number of the first such release
 * @param minor its second number
 * @param newest the newest version of the API
 * @param oldest the oldest version of the API
 */
public record EngineRelease(int major, int minor, String newest, String oldest) {
  /** Each with what it changed, the newest first. */
  private static final List<EngineRelease> ALL =
      List.of(
          new EngineRelease(29, 6, "1.55", "1.40"),
          new EngineRelease(29, 3, "1.54", "1.40"),
          new EngineRelease(29, 2, "1.53", "1.44"),
          new EngineRelease(29, 0, "1.52", "1.44"),
          new EngineRelease(28, 3, "1.51", "1.24"),
          new EngineRelease(28, 2, "1.50", "1.24"),
          new EngineRelease(28, 1, "1.49", "1.24"),
          new EngineRelease(28, 0, "1.48", "1.24"),
          new EngineRelease(27, 2, "1.47", "1.24"),
          new EngineRelease(27, 0, "1.46", "1.24"),
          new EngineRelease(26, 0, "1.45", "1.24"),
          new EngineRelease(25, 0, "1.44", "1.24"),
          new EngineRelease(24, 0, "1.43", "1.12"),
          new EngineRelease(23, 0, "1.42", "1.12"),
          new EngineRelease(20, 10, "1.41", "1.12"));

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
