package io.github.swarmclient.testkit.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands the few programs that tests run in containers: {@code echo}, {@code cat}, {@code
 * sleep}, {@code ping} and their like, also in a row behind {@code sh -c}.
 */
final class Shell {
  /**
   * Something a program does.
   *
   * @param pause how long it waits afterwards
   * @param text what it writes, or null; {@code %d} is how often it has done so
   */
  record Step(Duration pause, int stream, @Nullable String text) {}

  private static final Set<String> KNOWN =
      Set.of(
          "sh",
          "ash",
          "bash",
          "echo",
          "cat",
          "env",
          "printenv",
          "hostname",
          "sleep",
          "true",
          "false",
          "ping",
          "exit",
          ":",
          "ls",
          "tail",
          "test",
          "[",
          "touch",
          "rm");

  private final Container container;
  final List<Step> steps = new ArrayList<>();

  /** The exit code, or null if the program does not end of itself. */
  @Nullable Integer exit = 0;

  /** Whether the steps begin again at the end. */
  boolean repeats;

  private final boolean lenient;
  private boolean exited;

  Shell(Container container, List<String> command) {
    this(container, command, false);
  }

  /**
   * Runs a command.
   *
   * @param lenient whether programs that nobody knows are there, and end well
   */
  Shell(Container container, List<String> command, boolean lenient) {
    this.container = container;
    this.lenient = lenient;
    run(command);
  }

  /** Returns the name of the program if it is one that nobody has, or null. */
  static @Nullable String unknown(List<String> command) {
    String program = command.isEmpty() ? "sh" : command.get(0);
    return KNOWN.contains(FileTree.baseName(program)) ? null : program;
  }

  private void printenv(List<String> names) {
    if (names.isEmpty()) {
      container.env.forEach(this::write);
    }
    for (String name : names) {
      List<String> values =
          container.env.stream()
              .filter(entry -> entry.startsWith(name + "="))
              .map(entry -> entry.substring(name.length() + 1))
              .toList();
      values.forEach(this::write);
      if (values.isEmpty()) {
        exit = 1;
      }
    }
  }

  private void run(List<String> command) {
    List<String> args = command.subList(1, command.size());
    switch (FileTree.baseName(command.get(0))) {
      case "sh", "ash", "bash" -> shell(args);
      case "echo" -> write(String.join(" ", args));
      case "cat" -> args.forEach(this::cat);
      case "env" -> container.env.forEach(this::write);
      case "printenv" -> printenv(args);
      case "hostname" -> write(container.hostname);
      case "sleep" -> sleep(args);
      case "false" -> exit = 1;
      case "exit" -> {
        exit = args.isEmpty() ? 0 : number(args.get(0));
        exited = true;
      }
      case "test" -> exit = test(args) ? 0 : 1;
      case "[" -> exit = test(args.subList(0, args.size() - 1)) ? 0 : 1;
      case "touch" -> args.forEach(path -> container.files.put(path, ""));
      case "rm" -> args.forEach(container.files::remove);
      case "ping" -> ping(args);
      case "tail" -> exit = null;
      case "ls" -> list(args);
      case "true", ":" -> {}
      default -> {
        if (lenient) {
          return;
        }
        error("sh: " + command.get(0) + ": not found");
        exit = 127;
      }
    }
  }

  private void shell(List<String> args) {
    int at = args.indexOf("-c");
    if (at < 0 || at + 1 >= args.size()) {
      return;
    }
    String script = args.get(at + 1).trim();
    if (script.matches("(?s)while (true|:)\\s*;\\s*do .*done")) {
      String inner = script.replaceFirst("(?s)^while (true|:)\\s*;\\s*do ", "");
      lines(inner.replaceFirst("(?s);?\\s*done$", ""));
      repeats = true;
      exit = null;
      return;
    }
    lines(script);
  }

  private void lines(String script) {
    Script parsed = Script.parse(script, this::variable);
    if (!parsed.foreign().isEmpty() && !lenient) {
      // Better than to end well without having done it.
      error("sh: \"" + parsed.foreign() + "\" is beyond the shell of embedded engines");
      exit = 2;
      return;
    }
    for (Script.Command command : parsed.commands()) {
      if (exit == null || exited) {
        return;
      }
      boolean failed = exit != 0;
      boolean skipped =
          switch (command.after()) {
            case ANY -> false;
            case SUCCESS -> failed;
            case FAILURE -> !failed;
          };
      if (!skipped) {
        exit = 0;
        run(command.words());
      }
    }
  }

  private String variable(String name) {
    for (String entry : container.env) {
      if (entry.startsWith(name + "=")) {
        return entry.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** Tells about files, and compares texts, as the program of that name does. */
  private boolean test(List<String> args) {
    List<String> asked = args;
    if (!asked.isEmpty() && asked.get(0).equals("!")) {
      return !test(asked.subList(1, asked.size()));
    }
    if (asked.size() == 3) {
      return asked.get(0).equals(asked.get(2)) != asked.get(1).startsWith("!");
    }
    String last = asked.isEmpty() ? "" : asked.get(asked.size() - 1);
    return switch (asked.size() == 2 ? asked.get(0) : "-n") {
      case "-e", "-f", "-s", "-r" -> container.files.get(last) != null;
      case "-z" -> last.isEmpty();
      default -> !last.isEmpty();
    };
  }

  private void write(String text) {
    if (text.endsWith(">&2")) {
      error(text.substring(0, text.length() - 3).stripTrailing());
    } else {
      steps.add(new Step(Duration.ZERO, Frames.STDOUT, text + "\n"));
    }
  }

  private void error(String text) {
    steps.add(new Step(Duration.ZERO, Frames.STDERR, text + "\n"));
  }

  private void cat(String path) {
    FileTree.Entry entry = container.files.get(path);
    if (entry == null) {
      error("cat: can't open '" + path + "': No such file or directory");
      exit = 1;
    } else {
      String text = new String(entry.content(), StandardCharsets.UTF_8);
      steps.add(new Step(Duration.ZERO, Frames.STDOUT, text));
    }
  }

  private void list(List<String> args) {
    String path = FileTree.clean(args.isEmpty() ? "/" : args.get(args.size() - 1));
    for (String name : container.files.below(path).keySet()) {
      String rest = name.substring(Math.min(name.length(), path.equals("/") ? 1 : path.length()));
      String plain = rest.startsWith("/") ? rest.substring(1) : rest;
      if (!plain.isEmpty() && plain.indexOf('/') < 0) {
        write(plain);
      }
    }
  }

  private void sleep(List<String> args) {
    String text = args.isEmpty() ? "0" : args.get(0);
    if (text.startsWith("inf")) {
      exit = null;
      return;
    }
    long unit =
        switch (text.charAt(text.length() - 1)) {
          case 'm' -> 60;
          case 'h' -> 3600;
          case 'd' -> 86400;
          default -> 1;
        };
    double count = Double.parseDouble(text.replaceFirst("[smhd]$", ""));
    steps.add(new Step(Duration.ofMillis((long) (count * unit * 1000)), Frames.STDOUT, null));
  }

  private void ping(List<String> args) {
    String host = args.isEmpty() ? "localhost" : args.get(args.size() - 1);
    int at = args.indexOf("-c");
    steps.add(
        new Step(
            Duration.ofSeconds(1), Frames.STDOUT, "64 bytes from " + host + ": seq=%d ttl=64\n"));
    if (at < 0) {
      repeats = true;
      exit = null;
    } else {
      Step line = steps.remove(steps.size() - 1);
      for (int i = 0; i < number(args.get(at + 1)); i++) {
        String text = "64 bytes from " + host + ": seq=" + i + " ttl=64\n";
        steps.add(new Step(line.pause(), Frames.STDOUT, text));
      }
    }
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 2;
  }
}
