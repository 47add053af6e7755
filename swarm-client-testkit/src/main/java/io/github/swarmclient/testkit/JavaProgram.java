package io.github.swarmclient.testkit;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of this process's class path, in a JVM of their own. */
final class JavaProgram {
  /** They live long and do little. */
  private static final List<String> SMALL =
      List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private JavaProgram() {}

  /**
   * Returns the command of a program that goes on when this process is interrupted from the
   * keyboard, or its terminal is closed: such signals go to all its children too.
   */
  static List<String> lasting(Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      // What is ignored stays so in what it becomes, also in a JVM.
      command.addAll(List.of("sh", "-c", "trap '' INT HUP TERM; exec \"$@\"", "sh"));
    }
    command.addAll(command(main, SMALL, args));
    return command;
  }

  static List<String> command(Class<?> main, List<String> flags, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath(main), main.getName()));
    command.addAll(List.of(args));
    return command;
  }

  /** Returns where this process has its classes from, be it a module path or a class path. */
  private static String classPath(Class<?> main) {
    Stream<String> paths =
        Stream.of("jdk.module.path", "java.class.path", "surefire.test.class.path")
            .map(name -> System.getProperty(name, ""));
    return Stream.concat(Stream.of(source(main)), paths)
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Returns the folder of the class itself, which may have been put into a module; if it has one.
   */
  private static String source(Class<?> main) {
    String name = main.getName().replace('.', '/') + ".class";
    URL file = Objects.requireNonNull(main.getResource("/" + name), name);
    return file.getProtocol().equals("file")
        ? Path.of(
                URI.create(file.toString().substring(0, file.toString().length() - name.length())))
            .toString()
        : "";
  }
}
