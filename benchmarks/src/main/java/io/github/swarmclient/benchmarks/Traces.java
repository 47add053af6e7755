package io.github.swarmclient.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one cluster has on this machine. Its processes bear a mark in their environment; from them
 * comes how all else is named that belongs to it: directories, control groups, network devices,
 * namespaces, containers. What was named once is looked for until it is gone.
 */
final class Traces {
  /** The environment variable that marks processes. */
  static final String VARIABLE = "SWARM_ROUND";

  private static final Pattern LOCAL = Pattern.compile("swarm-local/(\\d+)/");
  private static final Path SELF = Path.of("/proc/self");

  private final Path temporary;
  private final String mark;
  private final Set<String> ownNamespaces = ProcFiles.namespaces(SELF);
  private final Set<String> outer = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>();
  private final Set<String> devices = new TreeSet<>();
  private final Set<String> processes = new TreeSet<>();
  private final Set<String> namespaceMounts = new TreeSet<>();
  private String session = "";

  /**
   * Looks for nothing yet.
   *
   * @param temporary the directory for temporary files of the program that is looked at
   * @param mark what the variable is set to in its environment
   */
  Traces(Path temporary, String mark) {
    this.temporary = temporary;
    this.mark = mark;
  }

  void session(String label) {
    session = label;
  }

  /**
   * Remembers what there is now. Of namespaces, and of processes that are in nothing but these,
   * only what is there now is looked for later: the kernel gives their numbers to others again.
   */
  void note() {
    noteNames();
    Set<String> namespaces = new TreeSet<>();
    for (Path process : ProcFiles.processes()) {
      if (isMarked(process) || isInGroup(process)) {
        namespaces.addAll(ProcFiles.namespaces(process));
      }
    }
    namespaces.removeAll(ownNamespaces);
    for (Path process : ProcFiles.processes()) {
      if (ProcFiles.namespaces(process).stream().anyMatch(namespaces::contains)) {
        processes.add(ProcFiles.identity(process));
      }
    }
    ProcFiles.mounts().stream()
        .filter(line -> namespaces.stream().anyMatch(line::contains))
        .forEach(namespaceMounts::add);
  }

  private void noteNames() {
    for (Path process : ProcFiles.processes()) {
      if (isMarked(process)) {
        noteNumber(ProcFiles.command(process) + " " + ProcFiles.open(process));
      }
    }
    if (!session.isEmpty()) {
      outer.addAll(OuterDocker.ofSession(session));
    }
    ProcFiles.devices().stream().filter(this::isDevice).forEach(devices::add);
  }

  private void noteNumber(String text) {
    Matcher matcher = LOCAL.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group(1));
    }
  }

  /**
   * Returns what is there.
   *
   * @param jvm the program's own process, which is none of it while it lives; 0 when it has ended
   */
  Set<String> left(long jvm) {
    noteNames();
    Set<String> left = new TreeSet<>();
    for (Path process : ProcFiles.processes()) {
      if (isOurs(process, jvm)) {
        left.add("process " + process.getFileName() + " " + shortened(ProcFiles.command(process)));
      }
    }
    if (!session.isEmpty()) {
      left.addAll(OuterDocker.ofSession(session));
    }
    Set<String> now = ProcFiles.devices();
    devices.stream().filter(now::contains).forEach(name -> left.add("network device " + name));
    add(
        left,
        "mount ",
        ProcFiles.mounts(),
        line -> isNamed(line) || namespaceMounts.contains(line));
    add(left, "control group ", ProcFiles.controlGroups(), this::isNamed);
    numbers.stream()
        .map(number -> temporary.resolve("swarm-local").resolve(number))
        .filter(Files::exists)
        .forEach(directory -> left.add("directory " + directory));
    return left;
  }

  private static void add(
      Set<String> left, String what, Set<String> all, Predicate<String> isOurs) {
    all.stream().filter(isOurs).forEach(name -> left.add(what + name));
  }

  private boolean isOurs(Path process, long jvm) {
    if (process.getFileName().toString().equals(Long.toString(jvm))
        || ProcFiles.isZombie(process)
        || (jvm != 0 && ProcFiles.command(process).contains("Reaper"))) {
      // Whoever cleans up after the program lives as long as it does.
      return false;
    }
    return isMarked(process)
        || isInGroup(process)
        || isNamed(ProcFiles.command(process))
        || processes.contains(ProcFiles.identity(process));
  }

  private boolean isMarked(Path process) {
    return ProcFiles.text(process.resolve("environ"))
        .lines()
        .anyMatch((VARIABLE + "=" + mark)::equals);
  }

  private boolean isInGroup(Path process) {
    return isNamed(ProcFiles.text(process.resolve("cgroup")));
  }

  private boolean isDevice(String name) {
    String bridge = ProcFiles.bridge(name);
    return numbers.stream().anyMatch(number -> name.equals("swarm-" + number))
        || networks().stream()
            .anyMatch(id -> name.equals(bridgeOf(id)) || bridge.equals(bridgeOf(id)));
  }

  private Set<String> networks() {
    Set<String> ids = new TreeSet<>();
    outer.stream()
        .filter(what -> what.startsWith("network "))
        .forEach(what -> ids.add(what.replaceFirst("network ", "")));
    return ids;
  }

  private static String bridgeOf(String network) {
    return "br-" + network.substring(0, Math.min(12, network.length()));
  }

  /** Returns whether a path, or a line with paths, has a name of the cluster's in it. */
  private boolean isNamed(String text) {
    return numbers.stream()
            .anyMatch(
                number ->
                    text.contains("swarm-local/" + number + "/")
                        || Pattern.compile("/swarm-" + number + "(/|$)", Pattern.MULTILINE)
                            .matcher(text)
                            .find())
        || outer.stream().anyMatch(what -> text.contains(what.replaceFirst(".* ", "")));
  }

  private static String shortened(String command) {
    return command.substring(0, Math.min(160, command.length()));
  }
}
