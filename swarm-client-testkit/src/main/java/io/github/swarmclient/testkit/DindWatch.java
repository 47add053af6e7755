package io.github.swarmclient.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this process has begun and must not leave behind, as the {@link DindReaper} is told of it.
 * There is one for all clusters of a process; it ends with the process.
 */
final class DindWatch implements AutoCloseable {
  private static final Set<String> OPEN = new LinkedHashSet<>();
  private static @Nullable Process reaper;

  private final String what;

  private DindWatch(String what) {
    this.what = what;
  }

  /** Begins to watch a file, which is deleted if this process does not close what is returned. */
  static DindWatch file(String path) {
    return begin(path);
  }

  /** Begins to watch everything that bears the {@linkplain OuterEngine#labels labels}. */
  static DindWatch cluster() {
    return begin("cluster " + UUID.randomUUID());
  }

  private static DindWatch begin(String what) {
    synchronized (OPEN) {
      OPEN.add(what);
      tell(DindReaper.BEGIN + what);
    }
    return new DindWatch(what);
  }

  /** Says that nothing is left. */
  @Override
  public void close() {
    synchronized (OPEN) {
      if (OPEN.remove(what)) {
        tell(DindReaper.END + what);
      }
    }
  }

  private static void tell(String line) {
    Process running = reaper;
    try {
      if (running == null || !running.isAlive()) {
        running = start();
        reaper = running;
        for (String open : OPEN) {
          running.outputWriter().write(DindReaper.BEGIN + open + "\n");
        }
      }
      running.outputWriter().write(line + "\n");
      running.outputWriter().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot start what cleans up after this process, with the java in "
              + System.getProperty("java.home"),
          e);
    }
  }

  private static Process start() throws IOException {
    String label = OuterEngine.sessionLabel();
    return new ProcessBuilder(JavaProgram.lasting(DindReaper.class, label, OuterEngine.address()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}
