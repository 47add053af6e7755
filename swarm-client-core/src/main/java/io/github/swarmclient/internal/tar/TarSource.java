package io.github.swarmclient.internal.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Locale;

/**
 * A local file or folder as an uncompressed tar archive: ustar, with a pax header where that is too
 * narrow. Everything belongs to root. Reads the files only while it is written, and can be written
 * again.
 */
public final class TarSource {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final long LARGEST_USTAR = 077777777777L;

  private final Path source;
  private final String name;

  private TarSource(Path source, String name) {
    this.source = source;
    this.name = name;
  }

  /**
   * Returns the archive of {@code source}, in which it keeps its name.
   *
   * @throws IllegalArgumentException if it is neither a file nor a folder that can be read
   */
  public static TarSource of(Path source) {
    Path real = source.toAbsolutePath().normalize();
    Path name = real.getFileName();
    if (name == null || !(Files.isRegularFile(real) || Files.isDirectory(real))) {
      throw new IllegalArgumentException(source + " is no file and no folder to copy");
    }
    return readable(real, name.toString());
  }

  /**
   * Returns the archive of all that is in a folder, without its name.
   *
   * @throws IllegalArgumentException if it is no folder that can be read
   */
  public static TarSource within(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder + " is no folder");
    }
    return readable(folder.toAbsolutePath().normalize(), "");
  }

  private static TarSource readable(Path source, String name) {
    if (!Files.isReadable(source)) {
      throw new IllegalArgumentException(source + " cannot be read");
    }
    return new TarSource(source, name);
  }

  /** Writes the archive. */
  public void writeTo(OutputStream out) throws IOException {
    // What is named is followed, as by cp; what is within a folder is not.
    Path start = source.toRealPath();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            String path = nameOf(start, dir);
            if (!path.isEmpty()) {
              writeDirectory(out, dir, path + "/", attributes);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            write(out, file, nameOf(start, file), attributes);
            return FileVisitResult.CONTINUE;
          }
        });
    out.write(new byte[2 * BLOCK]);
  }

  private String nameOf(Path start, Path path) {
    if (path.equals(start)) {
      return name;
    }
    StringBuilder joined = new StringBuilder(name);
    for (Path part : start.relativize(path)) {
      joined.append(joined.isEmpty() ? "" : "/").append(part);
    }
    return joined.toString();
  }

  private static void writeDirectory(
      OutputStream out, Path dir, String name, BasicFileAttributes attributes) throws IOException {
    writeHeader(out, '5', name, "", 0, mode(dir, 0755), attributes);
  }

  private static void write(
      OutputStream out, Path file, String name, BasicFileAttributes attributes) throws IOException {
    if (attributes.isSymbolicLink()) {
      String target = Files.readSymbolicLink(file).toString();
      writeHeader(out, '2', name, target, 0, 0777, attributes);
    } else if (attributes.isRegularFile()) {
      writeHeader(out, '0', name, "", attributes.size(), mode(file, 0644), attributes);
      writeContent(out, file, attributes.size());
    } else {
      throw new FileSystemException(file.toString(), null, "is no file, folder or symbolic link");
    }
  }

  /** Writes as much as the header says, whatever happens to the file meanwhile. */
  private static void writeContent(OutputStream out, Path file, long size) throws IOException {
    byte[] buffer = new byte[(int) Math.min(Math.max(size, 1), 64 << 10)];
    try (InputStream in = Files.newInputStream(file)) {
      for (long left = size; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new FileSystemException(
              file.toString(), null, "became shorter while it was copied");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    pad(out, size);
  }

  private static void pad(OutputStream out, long size) throws IOException {
    out.write(new byte[(int) (-size & (BLOCK - 1))]);
  }

  private static int mode(Path path, int otherwise) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return otherwise;
    }
    return PosixModes.mode(
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .permissions());
  }

  private static void writeHeader(
      OutputStream out,
      char type,
      String name,
      String target,
      long size,
      int mode,
      BasicFileAttributes attributes)
      throws IOException {
    String extended =
        pax("path", name, !fits(name))
            + pax("linkpath", target, !fits(target))
            + pax("size", Long.toString(size), size > LARGEST_USTAR);
    long seconds = Math.max(0, attributes.lastModifiedTime().toMillis() / 1000);
    if (!extended.isEmpty()) {
      byte[] records = extended.getBytes(StandardCharsets.UTF_8);
      out.write(header('x', "pax", "", records.length, 0644, seconds));
      out.write(records);
      pad(out, records.length);
    }
    out.write(header(type, name, target, size > LARGEST_USTAR ? 0 : size, mode, seconds));
  }

  private static boolean fits(String text) {
    return text.length() <= NAME && text.chars().allMatch(c -> c < 0x80);
  }

  /** Returns a record that begins with its own length, which counts its own digits. */
  private static String pax(String key, String value, boolean needed) {
    if (!needed) {
      return "";
    }
    String rest = " " + key + "=" + value + "\n";
    int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
    int length = bytes + 1;
    while (length != bytes + Integer.toString(length).length()) {
      length++;
    }
    return length + rest;
  }

  private static byte[] header(
      char type, String name, String target, long size, int mode, long seconds) {
    byte[] header = new byte[BLOCK];
    text(header, 0, NAME, name);
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, seconds);
    text(header, 148, 8, "        ");
    header[156] = (byte) type;
    text(header, 157, NAME, target);
    text(header, 257, 8, "ustar\00000");
    text(header, 265, 32, "root");
    text(header, 297, 32, "root");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    octal(header, 148, 7, sum);
    return header;
  }

  private static void text(byte[] header, int at, int width, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, width));
  }

  private static void octal(byte[] header, int at, int width, long number) {
    text(header, at, width, String.format(Locale.ROOT, "%0" + (width - 1) + "o\0", number));
  }
}
