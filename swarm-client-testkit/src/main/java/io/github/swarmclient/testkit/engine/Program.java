package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The main process of a container: as its image's script says, or as its command is understood. */
final class Program {
  private static final Duration MOMENT = Duration.ofMillis(50);

  private final Container container;
  private final World world;
  private final IntConsumer whenExited;

  private Program(Container container, IntConsumer whenExited) {
    this.container = container;
    this.world = container.host.world();
    this.whenExited = whenExited;
  }

  /** Puts the files into a container that its image and its service bring along. */
  static void furnish(Container container, Cluster cluster) {
    container.files.put("/etc/hostname", container.hostname + "\n");
    String root = container.script.webRoot();
    if (!root.isEmpty()) {
      container.files.put(
          root + "/index.html",
          "<h1>Welcome to "
              + container.script.shortName()
              + "!</h1>\n<p>"
              + container.hostname
              + "</p>\n");
    }
    JsonNode spec = container.task.containerSpec();
    spec.path("Secrets").forEach(ref -> mount(container, cluster, ref, true));
    spec.path("Configs").forEach(ref -> mount(container, cluster, ref, false));
  }

  private static void mount(Container container, Cluster cluster, JsonNode ref, boolean secret) {
    Blob blob =
        secret
            ? cluster.secrets.get(Json.string(ref, "SecretID"))
            : cluster.configs.get(Json.string(ref, "ConfigID"));
    String target = Json.string(ref, "File", "Name");
    if (blob == null || target.isEmpty()) {
      return;
    }
    String base = secret ? "/run/secrets/" : "/";
    byte[] data = Base64.getDecoder().decode(Json.string(blob.spec, "Data"));
    int mode = (int) (Json.number(ref, 0444, "File", "Mode") & 0777);
    long now = container.host.world().now().getEpochSecond();
    container.files.put(
        target.startsWith("/") ? target : base + target,
        new FileTree.Entry(false, data, mode, now));
  }

  /** Returns why the container cannot be started, or null if it can. */
  static @Nullable String startError(Container container) {
    if (container.script.startError != null) {
      return container.script.startError;
    }
    String unknown = Shell.unknown(container.command);
    boolean sure = container.script.bare() || (unknown != null && unknown.startsWith("nosuch"));
    return container.script.exitCode != null || unknown == null || !sure
        ? null
        : "starting container failed: failed to create task for container: failed to create shim"
            + " task: OCI runtime create failed: runc create failed: unable to start container"
            + " process: exec: \""
            + unknown
            + "\": executable file not found in $PATH: unknown";
  }

  static void run(Container container, IntConsumer whenExited) {
    new Program(container, whenExited).begin();
  }

  private void begin() {
    ImageScript script = container.script;
    script.lines().forEach(line -> container.write(line.stream(), line.text() + "\n"));
    if (script.exitCode != null) {
      exitAfter(script.runsFor, script.exitCode);
    } else if (container.command.isEmpty()) {
      // A shell without a terminal reads the end of its input at once.
      if (script.bare() && !container.tty()) {
        exitAfter(MOMENT, 0);
      }
    } else if (Shell.unknown(container.command) == null) {
      play(new Shell(container, container.command), 0, 0);
    }
  }

  private void exitAfter(Duration delay, int code) {
    whileRunning(delay, () -> whenExited.accept(code));
  }

  private void whileRunning(Duration delay, Runnable action) {
    world
        .time()
        .after(
            delay,
            () -> {
              if (container.running()) {
                action.run();
              }
            });
  }

  private void play(Shell shell, int from, int round) {
    for (int i = from; i < shell.steps.size(); i++) {
      Shell.Step step = shell.steps.get(i);
      if (step.text() != null) {
        container.write(step.stream(), step.text().replace("%d", Integer.toString(round)));
      }
      if (!step.pause().isZero()) {
        int next = i + 1;
        whileRunning(step.pause(), () -> play(shell, next, round));
        return;
      }
    }
    finish(shell, round);
  }

  private void finish(Shell shell, int round) {
    boolean pauses = shell.steps.stream().anyMatch(step -> !step.pause().isZero());
    if (shell.repeats && pauses) {
      play(shell, 0, round + 1);
    } else if (shell.exit != null) {
      exitAfter(MOMENT, shell.exit);
    }
  }

  /** Returns what the container answers to a GET of {@code path} at one of its ports. */
  static String serve(Container container, String path) throws IOException {
    String answer = container.script.answers().get(path);
    String root = container.script.webRoot();
    if (answer == null && !root.isEmpty()) {
      String file = path.replaceFirst("\\?.*", "");
      FileTree.Entry entry =
          container.files.get(root + (file.endsWith("/") ? file + "index.html" : file));
      answer =
          entry == null || entry.directory()
              ? null
              : new String(entry.content(), java.nio.charset.StandardCharsets.UTF_8);
    }
    container.write(
        Frames.STDOUT,
        "10.0.0.2 - - \"GET " + path + " HTTP/1.1\" " + (answer == null ? 404 : 200) + "\n");
    if (answer == null) {
      throw new IOException("GET " + path + " was answered with status 404");
    }
    return answer;
  }
}
