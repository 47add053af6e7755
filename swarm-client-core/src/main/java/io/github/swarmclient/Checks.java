package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import java.util.regex.Pattern;

/** What is cheap to find wrong before anything is sent. */
final class Checks {
  private static final int HIGHEST_PORT = 65535;
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=.*:.*:)[0-9a-fA-F:.]{2,45}");

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

  /** Returns {@code text} if it is one word. */
  static String word(String what, String text) {
    text(what, text);
    if (text.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(what + " \"" + Text.printable(text) + "\" has blanks");
    }
    return text;
  }

  /** Returns {@code text} if it looks like an IP address. */
  static String address(String what, String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          what
              + " \""
              + Text.printable(text)
              + "\" is no IP address: expected one such as 10.0.0.1 or fd00::1");
    }
    return text;
  }

  /**
   * Returns {@code number} if it lies between {@code least} and {@code most}, or is one of them.
   */
  static long within(String what, long number, long least, long most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          what + " " + number + " is out of range: expected " + least + " to " + most);
    }
    return number;
  }
}
