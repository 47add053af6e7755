package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts parameters into the path of an endpoint, one segment each. What could leave its segment is
 * refused: engines clean paths, so that {@code web/../../swarm} would be another endpoint's.
 */
final class PathTemplate {
  private static final String UNRESERVED = "-._~:@!$()*,=";

  private PathTemplate() {}

  /**
   * Returns {@code template} with each {@code {}} replaced.
   *
   * @throws IllegalArgumentException if a parameter is no name or ID
   */
  static String fill(String operation, String template, String... parameters) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (String parameter : parameters) {
      int hole = template.indexOf("{}", from);
      path.append(template, from, hole).append(segment(operation, parameter));
      from = hole + 2;
    }
    return path.append(template.substring(from)).toString();
  }

  private static String segment(String operation, String value) {
    String why = whyNotOneSegment(value);
    if (why != null) {
      throw new IllegalArgumentException(
          Text.printable(operation)
              + " failed: \""
              + Text.printable(value)
              + "\" is no name or ID: "
              + why
              + "; nothing was sent");
    }
    return encode(value);
  }

  private static @Nullable String whyNotOneSegment(String value) {
    if (value.isBlank()) {
      return "it is blank";
    }
    if (value.length() > 255) {
      return "it is longer than 255 characters";
    }
    if (value.equals(".") || value.equals("..")) {
      return "it stands for a folder";
    }
    return value.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "/\\%?#".indexOf(c) >= 0)
        ? "it has a character that does not belong there"
        : null;
  }

  /** Returns {@code value} percent-encoded as UTF-8, for one segment or one query value. */
  static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length());
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if ((c < 0x80 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0) {
        encoded.append((char) c);
      } else {
        encoded.append(String.format("%%%02X", c));
      }
    }
    return encoded.toString();
  }
}
