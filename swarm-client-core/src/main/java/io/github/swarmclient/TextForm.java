package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import java.util.List;
import java.util.Locale;

/**
 * A text in one of the forms of the command line while it is read, for messages that say what was
 * wrong with it.
 *
 * @param form what it stands for: mount, publish
 * @param text the text itself
 * @param expected what it should have been, with an example
 */
record TextForm(String form, String text, String expected) {
  private static final List<String> TRUE = List.of("1", "t", "true");
  private static final List<String> FALSE = List.of("0", "f", "false");

  /** One field of a list: {@code key=value}, or a key alone. */
  record Field(String key, String value, boolean hasValue) {}

  IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException(
        form
            + " \""
            + Text.printable(text)
            + "\" is malformed: "
            + Text.printable(why)
            + "; expected "
            + expected);
  }

  /** Returns what to throw for {@code key}, whose value is not {@code wanted}. */
  IllegalArgumentException bad(String key, String value, String wanted) {
    return malformed(key + " \"" + value + "\" is not " + wanted);
  }

  IllegalArgumentException unknown(String key) {
    return malformed("the key \"" + key + "\" is unknown");
  }

  /** Returns the fields between the commas, the keys in lower case. */
  List<Field> fields() {
    return Csv.split(this).stream().map(this::field).toList();
  }

  private Field field(String field) {
    int equals = field.indexOf('=');
    String key = equals < 0 ? field : field.substring(0, equals);
    String value = equals < 0 ? "" : field.substring(equals + 1);
    if (key.isBlank() || !key.equals(key.strip()) || !value.equals(value.strip())) {
      throw malformed("\"" + field + "\" has blanks or no key");
    }
    return new Field(key.toLowerCase(Locale.ROOT), value, equals >= 0);
  }

  /** Returns the value of a field that needs one. */
  String value(Field field) {
    if (field.value().isEmpty()) {
      throw malformed(field.key() + " has no value");
    }
    return field.value();
  }

  /** Returns whether a field that may stand alone says yes. */
  boolean flag(Field field) {
    String value = field.value().toLowerCase(Locale.ROOT);
    if (!field.hasValue() || TRUE.contains(value)) {
      return true;
    }
    if (FALSE.contains(value)) {
      return false;
    }
    throw bad(field.key(), field.value(), "true or false");
  }

  /** Returns a field whose value is itself {@code key=value}. */
  Field pair(Field field) {
    String value = value(field);
    int equals = value.indexOf('=');
    if (equals == 0) {
      throw bad(field.key(), value, "of the form key=value");
    }
    return equals < 0
        ? new Field(value, "", false)
        : new Field(value.substring(0, equals), value.substring(equals + 1), true);
  }

  /** Returns the whole number that {@code value} is. */
  long number(String key, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw bad(key, value, "a whole number");
    }
  }
}
