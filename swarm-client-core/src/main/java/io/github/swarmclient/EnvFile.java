package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Files of environment variables: one {@code NAME=value} a line, taken as it stands; lines that
 * begin with {@code #} are comments.
 */
final class EnvFile {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private EnvFile() {}

  /** Returns the variables in {@code file}; names alone get their value from this process. */
  static List<String> read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file), System::getenv);
    } catch (IOException e) {
      throw new UncheckedIOException("env file " + file + " cannot be read: " + e, e);
    }
  }

  static List<String> parse(String file, byte[] content, UnaryOperator<@Nullable String> lookUp) {
    List<String> variables = new ArrayList<>();
    int number = 0;
    for (String line : text(file, content).split("\n", -1)) {
      number++;
      String variable = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      String entry = entry(file + " line " + number, variable.stripLeading(), lookUp);
      if (entry != null) {
        variables.add(entry);
      }
    }
    return variables;
  }

  private static String text(String file, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("env file " + file + " is malformed: it is not UTF-8", e);
    }
  }

  private static @Nullable String entry(
      String where, String line, UnaryOperator<@Nullable String> lookUp) {
    if (line.isEmpty() || line.startsWith("#")) {
      return null;
    }
    int equals = line.indexOf('=');
    String name = equals < 0 ? line : line.substring(0, equals);
    if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "env file "
              + Text.printable(where)
              + " is malformed: \""
              + Text.printable(name)
              + "\" is no variable's name; expected NAME=value, or NAME to take it from here");
    }
    if (equals >= 0) {
      return line;
    }
    String value = lookUp.apply(name);
    return value == null ? null : name + "=" + value;
  }
}
