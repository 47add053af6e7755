package io.github.swarmclient.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the kernel tells of this machine's processes. Where there is no /proc there is nothing, and
 * what ends in the middle of a question has nothing either.
 */
final class ProcFiles {
  private static final List<String> NAMESPACES = List.of("net", "mnt", "pid", "uts", "ipc");

  private ProcFiles() {}

  /** Returns the directories of all processes. */
  static List<Path> processes() {
    return children(Path.of("/proc")).stream()
        .filter(path -> path.getFileName().toString().matches("\\d+"))
        .toList();
  }

  static List<Path> children(Path directory) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Returns a file of a process, with line breaks where the kernel has zeros. */
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace('\0', '\n');
    } catch (IOException e) {
      return "";
    }
  }

  /** Returns what a process was started with, in one line. */
  static String command(Path process) {
    return text(process.resolve("cmdline")).replace('\n', ' ').strip();
  }

  static boolean isZombie(Path process) {
    return text(process.resolve("stat")).contains(") Z ");
  }

  /** Returns what no other process ever has: the number, and when it began. */
  static String identity(Path process) {
    // The name, in parentheses, may have blanks in it; the 20th field after it is the time.
    String[] fields = text(process.resolve("stat")).replaceFirst("(?s).*\\) ", "").split(" ", -1);
    return process.getFileName() + "@" + (fields.length > 19 ? fields[19] : "");
  }

  /** Returns the files that a process has open. */
  static Set<String> open(Path process) {
    return children(process.resolve("fd")).stream()
        .map(ProcFiles::link)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the namespaces of a process, {@code net:[4026531840]}. */
  static Set<String> namespaces(Path process) {
    return NAMESPACES.stream()
        .map(kind -> link(process.resolve("ns").resolve(kind)))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String link(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** Returns the mounts of all mount namespaces, each as the kernel's line. */
  static Set<String> mounts() {
    Set<String> seen = new TreeSet<>();
    Set<String> mounts = new TreeSet<>();
    for (Path process : processes()) {
      if (seen.add(link(process.resolve("ns/mnt")))) {
        text(process.resolve("mountinfo")).lines().forEach(mounts::add);
      }
    }
    return mounts;
  }

  /** Returns the network devices of this process's namespace. */
  static Set<String> devices() {
    return children(Path.of("/sys/class/net")).stream()
        .map(device -> device.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the bridge that a network device is plugged into, or an empty text. */
  static String bridge(String device) {
    return link(Path.of("/sys/class/net", device, "master")).replaceFirst(".*/", "");
  }

  /** Returns the paths of all control groups. */
  static Set<String> controlGroups() {
    try (Stream<Path> groups =
        Files.find(Path.of("/sys/fs/cgroup"), 8, (p, a) -> a.isDirectory())) {
      return groups.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException | java.io.UncheckedIOException e) {
      return Set.of();
    }
  }
}
