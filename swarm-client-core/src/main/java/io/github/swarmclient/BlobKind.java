package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** Secrets and configs: their words, their endpoints and their bounds. */
enum BlobKind {
  SECRET("/secrets", 500 * 1024),
  CONFIG("/configs", 1000 * 1024);

  private static final int LONGEST_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-_.]*[a-zA-Z0-9])?");

  private final String path;
  private final int limit;

  BlobKind(String path, int limit) {
    this.path = path;
    this.limit = limit;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String path() {
    return path;
  }

  /** Returns how many bytes are one too many. */
  int limit() {
    return limit;
  }

  /** Returns {@code name} if engines take it for one. */
  String checkedName(String name) {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "\""
              + Text.printable(name)
              + "\" is no name of a "
              + word()
              + ": expected up to "
              + LONGEST_NAME
              + " letters, digits, hyphens, underscores and dots, with a letter or digit at both"
              + " ends; nothing was sent");
    }
    return name;
  }

  /** Returns {@code data} if engines take so many bytes. Says nothing of what they are. */
  byte[] checkedData(String name, byte[] data) {
    if (data.length == 0 || data.length >= limit) {
      throw new IllegalArgumentException(
          word()
              + " create of "
              + name
              + " failed: the data has "
              + (data.length < limit ? data.length : limit + " or more")
              + " bytes, expected 1 to "
              + (limit - 1)
              + "; nothing was sent");
    }
    return data;
  }
}
