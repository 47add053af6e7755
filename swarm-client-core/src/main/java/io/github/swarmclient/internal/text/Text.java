package io.github.swarmclient.internal.text;

/** What strings from outside need before a person sees them. */
public final class Text {
  private static final int LONGEST = 4096;

  private Text() {}

  /** Returns {@code text} without control characters, which could forge lines of a log, and cut. */
  public static String printable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder shown = new StringBuilder(cut.length());
    cut.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
