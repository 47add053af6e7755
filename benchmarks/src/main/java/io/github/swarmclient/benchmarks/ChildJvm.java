package io.github.swarmclient.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java programs of this module in JVMs of their own. */
final class ChildJvm {
  private ChildJvm() {}

  /** Returns the command that runs a program with this JVM's class path. */
  static ProcessBuilder of(Class<?> main, List<String> flags, List<String> args) {
    return of(System.getProperty("java.class.path"), main, flags, args);
  }

  static ProcessBuilder of(String classPath, Class<?> main, List<String> flags, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(args);
    return new ProcessBuilder(command);
  }

  /**
   * Runs a program to its end, and returns the lines that it printed.
   *
   * @throws IllegalStateException if it failed; it has said why on the standard error stream
   */
  static List<String> run(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("a child ended with status " + status + ": " + said.strip());
    }
    return said.lines().toList();
  }
}
