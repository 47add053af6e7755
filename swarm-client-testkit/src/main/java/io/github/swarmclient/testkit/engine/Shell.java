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
          "tail");

  private final Container container;
  final List<Step> steps = new ArrayList<>();

  /** The exit code, or null if the program does not end of itself. */
  @Nullable Integer exit = 0;

  /** Whether the steps begin again at the end. */
  boolean repeats;

  Shell(Container container, List<String> command) {
    this.container = container;
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
      case "exit" -> exit = args.isEmpty() ? 0 : number(args.get(0));
      case "ping" -> ping(args);
      case "tail" -> exit = null;
      case "ls" -> list(args);
      case "true", ":" -> {}
      default -> {
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
    for (String line : List.of(script.split(";|&&|\n", -1))) {
      List<String> words = words(line);
      if (words.isEmpty()) {
        continue;
      }
      run(words);
      if (exit == null || words.get(0).equals("exit")) {
        return;
      }
    }
  }

  /** Splits a line into words: at blanks, unless they are quoted. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : keep(word, c, quote);
      } else if (c == '\'' || c == '"') {
        quote = c;
        inside = true;
      } else if (Character.isWhitespace(c)) {
        if (inside) {
          words.add(word.toString());
        }
        word.setLength(0);
        inside = false;
      } else {
        word.append(c);
        inside = true;
      }
    }
    if (inside) {
      words.add(word.toString());
    }
    return words;
  }

  private static char keep(StringBuilder word, char c, char quote) {
    word.append(c);
    return quote;
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
