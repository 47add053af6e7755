package io.github.swarmclient.testkit.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a container, by absolute path. */
final class FileTree {
  /**
   * A file or directory.
   *
   * @param mode the permissions, as Unix counts them
   * @param mtime when it was written, in seconds
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are never changed, nor entries compared
  record Entry(boolean directory, byte[] content, int mode, long mtime) {}

  /** What is in every container. */
  private static final Map<String, Entry> COMMON = common();

  private final Map<String, Entry> own = new TreeMap<>();

  private static Map<String, Entry> common() {
    Map<String, Entry> entries = new TreeMap<>();
    for (String directory :
        new String[] {
          "/", "/bin", "/etc", "/root", "/run", "/run/secrets", "/tmp", "/usr", "/usr/share", "/var"
        }) {
      entries.put(directory, new Entry(true, new byte[0], 0755, 0));
    }
    return entries;
  }

  /** Returns {@code path} without dots, doubled slashes and a slash at its end. */
  static String clean(String path) {
    if (path.startsWith("/")
        && !path.endsWith("/")
        && !path.contains("//")
        && !path.contains("/.")) {
      return path; // as most are
    }
    ArrayDeque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Nullable Entry get(String path) {
    String clean = clean(path);
    Entry entry = own.get(clean);
    return entry == null ? COMMON.get(clean) : entry;
  }

  boolean isDirectory(String path) {
    Entry entry = get(path);
    return entry != null && entry.directory();
  }

  void put(String path, String text) {
    put(path, new Entry(false, text.getBytes(StandardCharsets.UTF_8), 0644, 0));
  }

  void remove(String path) {
    own.remove(clean(path));
  }

  /** Puts a file or directory in its place, and the directories above it. */
  void put(String path, Entry entry) {
    String clean = clean(path);
    for (int slash = clean.lastIndexOf('/'); slash > 0; slash = clean.lastIndexOf('/', slash - 1)) {
      String above = clean.substring(0, slash);
      if (!COMMON.containsKey(above)) {
        own.putIfAbsent(above, new Entry(true, new byte[0], 0755, entry.mtime()));
      }
    }
    own.put(clean, entry);
  }

  /** Returns {@code path} and all beneath it. */
  Map<String, Entry> below(String path) {
    String clean = clean(path);
    Map<String, Entry> found = new TreeMap<>();
    String prefix = clean.equals("/") ? "/" : clean + "/";
    Map<String, Entry> all = new TreeMap<>(COMMON);
    all.putAll(own);
    all.forEach(
        (name, entry) -> {
          if (name.equals(clean) || name.startsWith(prefix)) {
            found.put(name, entry);
          }
        });
    return found;
  }
}
