package io.github.swarmclient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive of any of the kinds that Go writes: ustar, pax and GNU. Trusts no length in
 * it.
 */
final class TarReader {
  private static final int BLOCK = 512;

  /** Long names and pax headers are held in memory. */
  private static final int LONGEST_EXTENSION = 1 << 20;

  private final String operation;
  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private final byte[] buffer = new byte[64 << 10];
  private long left;
  private int padding;

  TarReader(String operation, InputStream in) {
    this.operation = operation;
    this.in = in;
  }

  /** Returns the next entry, or null at the end. What was not read of the last one is skipped. */
  @Nullable TarEntry next() throws IOException {
    copy(OutputStream.nullOutputStream());
    Map<String, String> extensions = new HashMap<>();
    while (readBlock()) {
      char type = (char) (block[156] & 0xff);
      begin(number(124, 12));
      switch (type) {
        case 'x' -> readPax(extensions);
        case 'g' -> readPax(new HashMap<>());
        case 'L' -> extensions.put("path", readLongName());
        case 'K' -> extensions.put("linkpath", readLongName());
        default -> {
          return entry(type, extensions);
        }
      }
    }
    if (!extensions.isEmpty()) {
      throw malformed("it ends after the header of an entry");
    }
    return null;
  }

  private TarEntry entry(char type, Map<String, String> extensions) {
    if (extensions.containsKey("size")) {
      begin(decimal(extensions.get("size")));
    }
    if (extensions.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse"))) {
      throw malformed("it holds a sparse file");
    }
    String prefix = isUstar() ? text(345, 155) : "";
    String name = text(0, 100);
    return new TarEntry(
        extensions.getOrDefault("path", prefix.isEmpty() ? name : prefix + "/" + name),
        type,
        extensions.getOrDefault("linkpath", text(157, 100)),
        left,
        (int) (number(100, 8) & 07777),
        number(136, 12));
  }

  /** GNU writes other things where ustar has the first part of the name. */
  private boolean isUstar() {
    return text(257, 8).equals("ustar");
  }

  private void begin(long size) {
    if (size < 0) {
      throw malformed("an entry has a negative size");
    }
    left = size;
    padding = (int) (-size & (BLOCK - 1));
  }

  /** Copies what is left of the current entry. */
  void copy(OutputStream out) throws IOException {
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw malformed("it ends within an entry");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
    if (in.readNBytes(buffer, 0, padding) < padding) {
      throw malformed("it ends within an entry");
    }
    padding = 0;
  }

  /** Reads a header. Returns false at the end, which is a block of zeros. */
  private boolean readBlock() throws IOException {
    int read = in.readNBytes(block, 0, BLOCK);
    if (read < BLOCK) {
      throw malformed(read == 0 ? "its end is missing" : "it ends within a header");
    }
    int sum = 0;
    boolean zeros = true;
    for (int i = 0; i < BLOCK; i++) {
      zeros &= block[i] == 0;
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    if (zeros) {
      // So that the connection can be used again.
      in.transferTo(OutputStream.nullOutputStream());
      return false;
    }
    if (number(148, 8) != sum) {
      throw malformed("a header has a wrong checksum");
    }
    return true;
  }

  private byte[] readExtension() throws IOException {
    if (left > LONGEST_EXTENSION) {
      throw malformed("a header has " + left + " bytes");
    }
    byte[] extension = in.readNBytes((int) left);
    if (extension.length < left) {
      throw malformed("it ends within a header");
    }
    left = 0;
    copy(OutputStream.nullOutputStream());
    return extension;
  }

  private String readLongName() throws IOException {
    String name = new String(readExtension(), StandardCharsets.UTF_8);
    int end = name.indexOf('\0');
    return end < 0 ? name : name.substring(0, end);
  }

  /** Reads records of the form {@code "30 path=…\n"}, whose length counts all of it. */
  private void readPax(Map<String, String> target) throws IOException {
    byte[] records = readExtension();
    int at = 0;
    while (at < records.length) {
      int space = at;
      while (space < records.length && records[space] != ' ') {
        space++;
      }
      long length = decimal(new String(records, at, space - at, StandardCharsets.US_ASCII));
      long end = at + length;
      if (end > records.length || end <= space + 1 || records[(int) end - 1] != '\n') {
        throw malformed("a pax header is broken");
      }
      String record = new String(records, space + 1, (int) end - space - 2, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals < 1) {
        throw malformed("a pax header is broken");
      }
      target.put(record.substring(0, equals), record.substring(equals + 1));
      at = (int) end;
    }
  }

  private long decimal(@Nullable String digits) {
    if (digits == null || !digits.matches("[0-9]{1,18}")) {
      throw malformed("a pax header is broken");
    }
    return Long.parseLong(digits);
  }

  private String text(int at, int width) {
    int length = 0;
    while (length < width && block[at + length] != 0) {
      length++;
    }
    return new String(block, at, length, StandardCharsets.UTF_8);
  }

  /** Reads octal digits, or a binary number if the first bit is set. */
  private long number(int at, int width) {
    if (block[at] < 0) {
      return binary(at, width);
    }
    String digits = text(at, width).strip();
    if (!digits.matches("[0-7]{0,12}")) {
      throw malformed("a header has a number that is none");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private long binary(int at, int width) {
    boolean negative = (block[at] & 0x40) != 0;
    long number = negative ? -1 : 0;
    for (int i = 0; i < width; i++) {
      int b = block[at + i] & 0xff;
      long value = i == 0 && !negative ? b & 0x3f : b;
      if (number > Long.MAX_VALUE >> 8 || number < Long.MIN_VALUE >> 8) {
        throw malformed("a header has a number that is too large");
      }
      number = number << 8 | value;
    }
    return number;
  }

  MalformedResponseException malformed(String why) {
    return new MalformedResponseException(operation, "the archive cannot be read: " + why, null);
  }
}
