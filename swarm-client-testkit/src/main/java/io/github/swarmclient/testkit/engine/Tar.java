package io.github.swarmclient.testkit.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads and writes tar archives: ustar, with the extensions of pax and GNU for long names. */
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /** Returns the entries of an archive, which may be compressed with gzip. */
  static Map<String, FileTree.Entry> read(byte[] archive) throws IOException {
    byte[] bytes = archive;
    if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        bytes = in.readAllBytes();
      }
    }
    Map<String, FileTree.Entry> entries = new LinkedHashMap<>();
    String longName = "";
    int at = 0;
    while (at + BLOCK <= bytes.length && bytes[at] != 0) {
      int size = (int) octal(bytes, at + 124, 12);
      char type = (char) bytes[at + 156];
      if (size < 0 || at + BLOCK + (long) size > bytes.length) {
        throw new IOException("unexpected EOF");
      }
      byte[] content = Arrays.copyOfRange(bytes, at + BLOCK, at + BLOCK + size);
      String name = longName.isEmpty() ? name(bytes, at) : longName;
      longName = "";
      switch (type) {
        case 'x' -> longName = paxPath(content);
        case 'L' -> longName = text(content, 0, content.length);
        case '5' -> entries.put(name, entry(bytes, at, true, new byte[0]));
        case '0', '\0' -> entries.put(name, entry(bytes, at, false, content));
        default -> {}
      }
      at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return entries;
  }

  private static FileTree.Entry entry(byte[] bytes, int at, boolean directory, byte[] content)
      throws IOException {
    int mode = (int) octal(bytes, at + 100, 8) & 07777;
    return new FileTree.Entry(directory, content, mode, octal(bytes, at + 136, 12));
  }

  private static String name(byte[] bytes, int at) {
    String name = text(bytes, at, 100);
    boolean ustar = text(bytes, at + 257, 5).equals("ustar");
    String prefix = ustar ? text(bytes, at + 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] bytes, int from, int length) throws IOException {
    String digits = text(bytes, from, length).trim();
    if (digits.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("archive/tar: invalid tar header", e);
    }
  }

  private static String paxPath(byte[] content) {
    String records = new String(content, StandardCharsets.UTF_8);
    for (String record : Arrays.asList(records.split("\n", -1))) {
      int path = record.indexOf(" path=");
      if (path >= 0) {
        return record.substring(path + " path=".length());
      }
    }
    return "";
  }

  /** Returns an archive of {@code entries}. */
  static byte[] write(Map<String, FileTree.Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entries.forEach((name, entry) -> write(out, name, entry));
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String path, FileTree.Entry entry) {
    String name = entry.directory() && !path.endsWith("/") ? path + "/" : path;
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > 100) {
      header(out, "././@LongLink".getBytes(StandardCharsets.UTF_8), 'L', utf8.length + 1, 0, 0);
      content(out, Arrays.copyOf(utf8, utf8.length + 1));
    }
    char type = entry.directory() ? '5' : '0';
    header(out, utf8, type, entry.content().length, entry.mode(), entry.mtime());
    content(out, entry.content());
  }

  private static void content(ByteArrayOutputStream out, byte[] content) {
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void header(
      ByteArrayOutputStream out, byte[] name, char type, int size, int mode, long mtime) {
    byte[] header = new byte[BLOCK];
    System.arraycopy(name, 0, header, 0, Math.min(100, name.length));
    put(header, 100, "%07o\0", mode);
    put(header, 108, "%07o\0", 0);
    put(header, 116, "%07o\0", 0);
    put(header, 124, "%011o\0", size);
    put(header, 136, "%011o\0", mtime);
    put(header, 148, "%8s", "");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000%s", "");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, "%06o\0 ", sum);
    out.writeBytes(header);
  }

  private static void put(byte[] header, int at, String format, Object value) {
    byte[] text = String.format(format, value).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, at, text.length);
  }
}
