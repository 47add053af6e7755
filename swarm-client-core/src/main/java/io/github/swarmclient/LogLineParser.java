package io.github.swarmclient;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line as engines lay it out: {@code [timestamp SP] [details SP] message [LF]}. Lines that
 * begin otherwise are all message. Not thread-safe.
 */
final class LogLineParser {
  private static final int DATE_AND_TIME = "2026-11-23T16:27:02".length();

  /** A power of two. */
  private static final int REMEMBERED = 64;

  private static final class Details {
    private final byte[] raw;
    private final Map<String, String> map;

    Details(byte[] raw) {
      this.raw = raw;
      this.map = decode(new String(raw, StandardCharsets.UTF_8));
    }
  }

  /** All lines of one task have the same details, so that they are shared. */
  private final @Nullable Details[] remembered = new @Nullable Details[REMEMBERED];

  private int from;
  private long second;
  private int nanos;

  LogLine parse(LogSource source, byte[] bytes, int start, int end) {
    from = start;
    boolean ended = end > start && bytes[end - 1] == '\n';
    int to = ended ? end - 1 : end;
    if (ended && to > start && bytes[to - 1] == '\r') {
      to--;
    }
    Instant timestamp = null;
    Map<String, String> details = Map.of();
    if (readTimestamp(bytes, to)) {
      timestamp = Instant.ofEpochSecond(second, nanos);
      details = readDetails(bytes, to);
    }
    return new LogLine(source, timestamp, details, Arrays.copyOfRange(bytes, from, to), !ended);
  }

  /** Reads {@code 2026-11-23T16:27:02.136260421Z } by hand: there may be millions of them. */
  private boolean readTimestamp(byte[] bytes, int to) {
    int at = from;
    if (to - at < DATE_AND_TIME + 2
        || bytes[at + 4] != '-'
        || bytes[at + 7] != '-'
        || bytes[at + 10] != 'T'
        || bytes[at + 13] != ':'
        || bytes[at + 16] != ':') {
      return false;
    }
    int year = two(bytes, at) * 100 + two(bytes, at + 2);
    int month = two(bytes, at + 5);
    int day = two(bytes, at + 8);
    int hour = two(bytes, at + 11);
    int minute = two(bytes, at + 14);
    int sec = two(bytes, at + 17);
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || sec < 0 || sec > 60) {
      return false;
    }
    int next = readFraction(bytes, at + DATE_AND_TIME, to);
    if (next + 1 >= to || bytes[next] != 'Z' || bytes[next + 1] != ' ') {
      return false;
    }
    second = ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + sec;
    from = next + 2;
    return true;
  }

  private int readFraction(byte[] bytes, int at, int to) {
    nanos = 0;
    if (bytes[at] != '.') {
      return at;
    }
    int next = at + 1;
    int digits = 0;
    for (; next < to && digits < 9 && isDigit(bytes[next]); next++, digits++) {
      nanos = nanos * 10 + bytes[next] - '0';
    }
    for (; digits < 9; digits++) {
      nanos *= 10;
    }
    return next;
  }

  /** Returns the two digits at {@code at} as a number, or a very negative one. */
  private static int two(byte[] bytes, int at) {
    return isDigit(bytes[at]) && isDigit(bytes[at + 1])
        ? (bytes[at] - '0') * 10 + bytes[at + 1] - '0'
        : -100_000;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Returns the days since 1970, counting years from March so that leap days come last. */
  private static long epochDay(int year, int month, int day) {
    int shifted = month <= 2 ? year - 1 : year;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return 365L * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468;
  }

  private Map<String, String> readDetails(byte[] bytes, int to) {
    int space = from;
    boolean pairs = false;
    while (space < to && bytes[space] != ' ') {
      pairs |= bytes[space++] == '=';
    }
    if (space == to || !(pairs || space == from)) {
      return Map.of();
    }
    int begin = from;
    from = space + 1;
    return begin == space ? Map.of() : details(bytes, begin, space);
  }

  private Map<String, String> details(byte[] bytes, int begin, int end) {
    // Sorted by key, they end with the task's ID unless the driver adds more.
    int hash = end - begin;
    for (int i = Math.max(begin, end - 8); i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 16) & (REMEMBERED - 1);
    Details known = remembered[slot];
    if (known == null || !Arrays.equals(known.raw, 0, known.raw.length, bytes, begin, end)) {
      known = new Details(Arrays.copyOfRange(bytes, begin, end));
      remembered[slot] = known;
    }
    return known.map;
  }

  private static Map<String, String> decode(String pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String pair : pairs.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        map.put(unescape(pair.substring(0, equals)), unescape(pair.substring(equals + 1)));
      }
    }
    return Collections.unmodifiableMap(map);
  }

  private static String unescape(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Rather shown as it came than a log that cannot be read on.
      return text;
    }
  }
}
