package io.github.swarmclient;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the command line writes them: {@code 1h2m3.5s}, {@code 100ms}. */
final class GoDuration {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,19}(?:\\.\\d{0,19})?|\\.\\d{1,19})(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private GoDuration() {}

  /** Returns the duration that {@code text} stands for; never a negative one. */
  static Duration parse(String what, String text) {
    TextForm form = new TextForm(what, text, "a duration such as 10s, 1m30s or 500ms");
    if (text.startsWith("-")) {
      throw form.malformed("it is negative");
    }
    String unsigned = text.startsWith("+") ? text.substring(1) : text;
    return unsigned.equals("0") ? Duration.ZERO : sum(form, unsigned);
  }

  private static Duration sum(TextForm form, String text) {
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.lookingAt()) {
      long unit = NANOS.getOrDefault(part.group(2), 1L);
      nanos = nanos.add(new BigDecimal("0" + part.group(1)).multiply(BigDecimal.valueOf(unit)));
      end = part.end();
      part.region(end, text.length());
    }
    if (end == 0 || end < text.length()) {
      throw form.malformed(
          text.matches("[\\d.]+") ? "its unit is missing" : "it is no number with a unit");
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw form.malformed("it is more than 292 years");
    }
    return Duration.ofNanos(nanos.longValue());
  }
}
