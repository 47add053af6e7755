package io.github.swarmclient.testkit;

import io.github.swarmclient.TimeSource;
import io.github.swarmclient.testkit.internal.Polling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The hosts of a {@link LocalSwarm}: namespaces on this machine, with a network of their own. A
 * shell that outlives this process holds them; it hears by a pipe that this process has ended,
 * however it did, and then ends and removes everything.
 */
final class LocalMachine implements AutoCloseable {
  private static final int CAP_SYS_ADMIN = 21;
  private static final Duration CLOSING = Duration.ofSeconds(20);

  /** How long a host may take, which usually takes a tenth of a second. */
  private static final Duration SETTING_UP = Duration.ofSeconds(30);

  private static final List<String> TOOLS =
      List.of("sh", "ip", "unshare", "nsenter", "setpriv", "setsid", "flock");

  private final Process supervisor;
  private final BufferedReader answers;
  private final String name;
  private final String switchPid;
  private final String net;
  private final Path directory;
  private int hosts;

  private LocalMachine(Process supervisor, BufferedReader answers, String[] cluster) {
    this.supervisor = supervisor;
    this.answers = answers;
    this.name = "swarm-" + cluster[1];
    this.net = cluster[2];
    this.directory = Path.of(cluster[3]);
    this.switchPid = cluster[4];
  }

  /**
   * A host.
   *
   * @param pid its process 1, as this process sees it
   * @param port the port of the switch that its network cable ends at
   * @param directory where it keeps its files
   */
  record Host(String hostname, String address, long pid, String port, Path directory) {
    /** Returns a command that runs on the host. */
    List<String> command(List<String> command) {
      List<String> words =
          new ArrayList<>(
              List.of("nsenter", "--target", Long.toString(pid), "--mount", "--uts", "--ipc"));
      words.addAll(List.of("--net", "--pid", "--", "env"));
      words.add("PATH=/run/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
      words.addAll(command);
      return words;
    }
  }

  /** Returns why this machine can have no hosts, or nothing if it can. */
  static Optional<String> unavailable() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.of("local engines need Linux; SwarmCluster.dind() runs wherever Docker does");
    }
    if (!mayMount()) {
      return Optional.of(
          "local engines need root with CAP_SYS_ADMIN, for namespaces and mounts: run as root, in"
              + " a container with --privileged, or take SwarmCluster.dind() or embedded()");
    }
    List<String> missing = TOOLS.stream().filter(tool -> which(tool).isEmpty()).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "local engines need the commands "
                + String.join(", ", missing)
                + "; the packages util-linux and iproute2 have them");
  }

  private static boolean mayMount() {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      return status
          .filter(line -> line.startsWith("CapEff:"))
          .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .anyMatch(capabilities -> (capabilities >> CAP_SYS_ADMIN & 1) == 1);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the file of a command. */
  static Optional<Path> which(String command) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin:/sbin";
    return Stream.of(path.split(":", -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static LocalMachine create() {
    unavailable()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    Path base = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "swarm-local");
    ProcessBuilder shell =
        new ProcessBuilder(
            "setsid",
            "sh",
            "-c",
            script("local-cluster.sh"),
            "swarm-cluster",
            base.toString(),
            script("local-host.sh"));
    shell.redirectErrorStream(true);
    try {
      Process supervisor = shell.start();
      BufferedReader answers = supervisor.inputReader(StandardCharsets.UTF_8);
      try {
        return new LocalMachine(
            supervisor, answers, answer(supervisor, answers, "cluster", List.of()));
      } catch (RuntimeException e) {
        supervisor.outputWriter().close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the shell that holds the hosts", e);
    }
  }

  private static String script(String name) {
    try (InputStream script = LocalMachine.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * Returns the line that begins with {@code wanted}, without waiting for it for ever.
   *
   * @param logs where the reason stands if there is no such line
   */
  private static String[] answer(
      Process supervisor, BufferedReader answers, String wanted, List<Path> logs)
      throws IOException {
    StringBuilder said = new StringBuilder();
    while (Polling.holds(
        TimeSource.system(), () -> ready(answers) || !supervisor.isAlive(), SETTING_UP)) {
      String line = answers.readLine();
      if (line == null) {
        break;
      }
      if (line.startsWith(wanted + " ")) {
        return line.split(" ", -1);
      }
      said.append(line).append('\n');
      if (line.startsWith("failed ")) {
        break;
      }
    }
    for (Path log : logs) {
      said.append(Files.exists(log) ? Files.readString(log) : "");
    }
    throw new IllegalStateException(
        "cannot make the hosts of local engines: " + said.toString().strip());
  }

  private static boolean ready(BufferedReader answers) {
    try {
      return answers.ready();
    } catch (IOException e) {
      throw new UncheckedIOException("the shell that holds the hosts is gone", e);
    }
  }

  /**
   * Makes hosts, at one address after the other.
   *
   * @param root the root file system, or an empty text for this machine's
   */
  List<Host> add(List<String> hostnames, String root) {
    try {
      for (String hostname : hostnames) {
        supervisor.outputWriter().write(hostname + " " + root + "\n");
      }
      supervisor.outputWriter().flush();
      List<Path> logs =
          hostnames.stream().map(name -> directory.resolve(name + "/host.log")).toList();
      List<Host> added = new ArrayList<>();
      for (int i = 0; i < hostnames.size(); i++) {
        String[] answer = answer(supervisor, answers, "host", logs);
        added.add(plugIn(answer[1], Long.parseLong(answer[2])));
      }
      return added;
    } catch (IOException e) {
      throw new UncheckedIOException("the shell that holds the hosts is gone", e);
    }
  }

  /** Connects a host with the switch. */
  private Host plugIn(String hostname, long pid) {
    hosts++;
    String port = "port" + hosts;
    String address = net + "." + (1 + hosts);
    String namespace = Long.toString(pid);
    onSwitch("link add %s type veth peer name eth0 netns %s".formatted(port, namespace));
    onSwitch("link set %s master switch up".formatted(port));
    String inside =
        "ip address add %s/24 dev eth0 && ip link set lo up && ip link set eth0 up && ip route add default via %s.1"
            .formatted(address, net);
    Command.run("nsenter", "--target", namespace, "--net", "--", "sh", "-c", inside);
    return new Host(hostname, address, pid, port, directory.resolve(hostname));
  }

  /** Pulls the network cable of a host, or puts it in again. */
  void plug(Host host, boolean in) {
    onSwitch("link set " + host.port() + (in ? " up" : " down"));
  }

  private void onSwitch(String ip) {
    List<String> command =
        new ArrayList<>(List.of("nsenter", "--target", switchPid, "--net", "--", "ip"));
    command.addAll(List.of(ip.split(" ", -1)));
    Command.run(command.toArray(String[]::new));
  }

  /** Ends all processes of the hosts, and removes what they have left. */
  @Override
  public void close() {
    try {
      supervisor.outputWriter().close();
    } catch (IOException e) {
      // It has ended already.
    }
    try {
      if (!supervisor.waitFor(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the hosts of " + name + " have not ended within " + CLOSING.toSeconds() + "s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
