package io.github.swarmclient.internal.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of lines, each with a label and a value, as the command line's {@code --pretty} has. */
final class Page {
  /** As Go prints times, but for the letters, which the command line makes small. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral(" +0000 utc")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  /** Adds a line that stands over others. */
  Page head(String title) {
    text.append(title).append(":\n");
    return this;
  }

  /** Adds a line, unless there is no value; {@code label} has the colon and the gap in it. */
  Page line(String label, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      text.append(label).append(Text.printable(value.toString())).append('\n');
    }
    return this;
  }

  /** Adds a line, also where there is no value. */
  Page always(String label, @Nullable Object value) {
    text.append(label).append(value == null ? "" : Text.printable(value.toString())).append('\n');
    return this;
  }

  /** Adds text of several lines, each as it stands. */
  Page block(String lines) {
    lines.lines().forEach(line -> text.append(Text.printable(line)).append('\n'));
    return this;
  }

  /** Adds entries under a title, if there are any. */
  Page entries(String title, String label, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      head(title);
      entries.forEach((name, value) -> line(label, value.isEmpty() ? name : name + "=" + value));
    }
    return this;
  }

  static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : TIME.format(time);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
