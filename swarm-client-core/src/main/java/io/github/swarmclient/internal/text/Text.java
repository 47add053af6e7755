package io.github.swarmclient.internal.text;

/** What strings from outside need before a person sees them. */
public final class Text {
  private static final int LONGEST = 4096;

  private Text() {}

  /** Returns {@code text} without what could forge lines of a log or turn them around, and cut. */
  public static String printable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder shown = new StringBuilder(cut.length());
    cut.codePoints()
        .forEach(
            c -> {
              if (isTreacherous(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean isTreacherous(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
