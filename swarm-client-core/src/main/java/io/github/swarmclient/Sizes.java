package io.github.swarmclient;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of memory and numbers of processors, as the command line writes them. */
final class Sizes {
  private static final Pattern BYTES =
      Pattern.compile("(\\d{1,19}(?:\\.\\d{1,19})?) ?([kmgtp]?)i?b?");
  private static final Pattern CPUS = Pattern.compile("\\d{0,10}(?:\\.\\d{0,30})?");
  private static final int NANO = 9;

  private Sizes() {}

  /** Returns the bytes that {@code text} stands for, such as {@code 512m}. */
  static long bytes(String what, String text) {
    return bytes(
        new TextForm(what, text, "a number of bytes, or of k, m, g or t of them, such as 512m"));
  }

  /** Returns the bytes of swap that {@code text} stands for; -1 is no limit. */
  static long swap(String text) {
    return text.equals("-1")
        ? -1
        : bytes(
            new TextForm("memory swap", text, "a number of bytes, such as 1g, or -1: no limit"));
  }

  /** Returns the bytes that the value of {@code key} in {@code form} stands for. */
  static long bytes(TextForm form, String key, String value) {
    try {
      return bytes(key, value);
    } catch (IllegalArgumentException e) {
      throw form.bad(key, value, "a number of bytes, such as 64m");
    }
  }

  private static long bytes(TextForm form) {
    Matcher size = BYTES.matcher(form.text().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw form.malformed("it is no size");
    }
    String unit = size.group(2);
    int exponent = unit.isEmpty() ? 0 : "kmgtp".indexOf(unit) + 1;
    BigDecimal bytes =
        new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(1024).pow(exponent));
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw form.malformed("it is more than 8 EiB");
    }
    return bytes.longValue();
  }

  /** Returns the billionths of a processor that {@code text} stands for, such as {@code 0.5}. */
  static long nanoCpus(String what, String text) {
    TextForm form = new TextForm(what, text, "a number of processors, such as 0.5 or 2");
    if (!CPUS.matcher(text).matches() || text.isEmpty() || text.equals(".")) {
      throw form.malformed("it is no decimal number");
    }
    BigDecimal nanos = new BigDecimal("0" + text).movePointRight(NANO).stripTrailingZeros();
    if (nanos.scale() > 0) {
      throw form.malformed("it has more than " + NANO + " decimals");
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw form.malformed("it is too large");
    }
    return nanos.longValueExact();
  }
}
