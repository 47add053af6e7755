package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;

/** What is cheap to find wrong before anything is sent. */
final class Checks {
  private static final int HIGHEST_PORT = 65535;

  private Checks() {}

  /** Returns {@code text} if something stands in it, all on one line. */
  static String text(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what + " \"" + Text.printable(text) + "\" has a control character");
    }
    return text;
  }

  /** Returns {@code port} if it is one; 0 where the engine may choose. */
  static int port(String what, int port, int lowest) {
    if (port < lowest || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          what + " " + port + " is no port: expected " + lowest + " to " + HIGHEST_PORT);
    }
    return port;
  }

  /** Returns {@code count} if it is not negative. */
  static long notNegative(String what, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " " + count + " is negative");
    }
    return count;
  }
}
