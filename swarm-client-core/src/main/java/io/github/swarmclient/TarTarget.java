package io.github.swarmclient;

import io.github.swarmclient.internal.tar.PosixModes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Unpacks an archive into a folder and nowhere else. A container decides what stands in it, so what
 * leads out of the folder is refused: absolute names, {@code ..}, links to elsewhere, and names
 * below a link, be it from the archive or one that was there before. Devices are refused too.
 */
final class TarTarget {
  private static final long MOST_ENTRIES = 1_000_000;
  private static final long MOST_BYTES = 64L << 30;
  private static final Pattern SLASHES = Pattern.compile("/+");

  private final String operation;
  private final Path root;
  private final long mostEntries;
  private final long mostBytes;
  private long entries;
  private long bytes;

  /** Folders last, because one that is read-only takes no files. */
  private final Deque<Runnable> finishing = new ArrayDeque<>();

  TarTarget(String operation, Path root) {
    this(operation, root, MOST_ENTRIES, MOST_BYTES);
  }

  TarTarget(String operation, Path root, long mostEntries, long mostBytes) {
    this.operation = operation;
    this.root = root.toAbsolutePath().normalize();
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
  }

  void read(InputStream in) throws IOException {
    TarReader tar = new TarReader(operation, in);
    try {
      Files.createDirectories(root);
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        count(entry);
        unpack(tar, entry);
      }
    } finally {
      finishing.forEach(Runnable::run);
    }
  }

  private void count(TarEntry entry) {
    entries++;
    bytes += entry.size();
    if (entries > mostEntries || bytes > mostBytes || bytes < 0) {
      throw refused(
          entry,
          "it is too much: at most "
              + mostEntries
              + " files of "
              + mostBytes
              + " bytes are copied");
    }
  }

  private void unpack(TarReader tar, TarEntry entry) throws IOException {
    Path path = inside(entry, entry.name());
    switch (entry.type()) {
      case '0', '\0', '7' -> writeFile(tar, entry, path);
      case '5' -> makeDirectory(entry, path);
      case '2' -> link(entry, path);
      case '1' -> hardLink(entry, path);
      default -> throw refused(entry, "it is no file, folder or link");
    }
  }

  private void writeFile(TarReader tar, TarEntry entry, Path path) throws IOException {
    makeWay(entry, path);
    // CREATE_NEW follows no link, even if one has come there since.
    try (OutputStream out =
        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      tar.copy(out);
    }
    finish(entry, path);
  }

  private void makeDirectory(TarEntry entry, Path path) throws IOException {
    if (path.equals(root)) {
      return;
    }
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      makeWay(entry, path);
      Files.createDirectory(path);
    }
    finishing.push(() -> finish(entry, path));
  }

  private void link(TarEntry entry, Path path) throws IOException {
    requireInside(entry, path);
    makeWay(entry, path);
    Files.createSymbolicLink(path, path.getFileSystem().getPath(entry.target()));
  }

  /**
   * Only leading {@code ..} are counted out; behind a name they could be led astray by a link of
   * that name.
   */
  private void requireInside(TarEntry entry, Path path) {
    String target = entry.target();
    int up = 0;
    boolean named = false;
    for (String part : SLASHES.split(target, -1)) {
      if (part.equals("..")) {
        up++;
        if (named) {
          throw refused(entry, "it is a link that goes up behind a name");
        }
      } else if (!isHere(part)) {
        named = true;
      }
    }
    boolean outside = up > root.relativize(path).getNameCount() - 1;
    if (target.isEmpty() || target.startsWith("/") || hostile(target) || outside) {
      throw refused(entry, "it is a link to outside of the folder");
    }
  }

  private void hardLink(TarEntry entry, Path path) throws IOException {
    Path existing = inside(entry, entry.target());
    if (!Files.isRegularFile(existing, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(entry, "it is a hard link to what is no file");
    }
    if (existing.equals(path)) {
      return;
    }
    makeWay(entry, path);
    // A copy, so that what was there before is never shared with what a container sent.
    Files.copy(existing, path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns the path that a name of the archive stands for. */
  private Path inside(TarEntry entry, String name) {
    if (name.isEmpty() || name.startsWith("/") || hostile(name)) {
      throw refused(entry, "its name is no path within a folder");
    }
    Path path = root;
    try {
      for (String part : SLASHES.split(name, -1)) {
        if (part.equals("..")) {
          throw refused(entry, "its name leads out of the folder");
        }
        if (!isHere(part)) {
          requireNoLink(entry, path);
          path = path.resolve(part);
        }
      }
    } catch (InvalidPathException e) {
      throw refused(entry, "its name is none on this system");
    }
    return path;
  }

  private static boolean isHere(String part) {
    return part.isEmpty() || part.equals(".");
  }

  private void requireNoLink(TarEntry entry, Path folder) {
    if (!folder.equals(root) && Files.isSymbolicLink(folder)) {
      throw refused(entry, "it would be written through a link");
    }
  }

  private boolean hostile(String name) {
    boolean windows = root.getFileSystem().getSeparator().equals("\\");
    return name.indexOf('\0') >= 0
        || (windows && (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0));
  }

  /** Removes what is in the way, unless it is a folder with something in it. */
  private void makeWay(TarEntry entry, Path path) throws IOException {
    if (path.equals(root)) {
      throw refused(entry, "its name is that of the folder itself");
    }
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString(), null, "it is a folder");
    }
    Files.deleteIfExists(path);
  }

  private static void finish(TarEntry entry, Path path) {
    try {
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(path, PosixModes.permissions(entry.mode()));
      }
      Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(entry.seconds())));
    } catch (IOException e) {
      // The content is what counts; some file systems know neither modes nor such times.
      return;
    }
  }

  private MalformedResponseException refused(TarEntry entry, String why) {
    return new MalformedResponseException(
        operation, "\"" + entry.name() + "\" was not unpacked: " + why, null);
  }
}
