package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a service or of a task: of both streams, and of all that engines still have. The
 * engine is always asked for timestamps and details, by which every line has its time and its task.
 */
public final class LogRequest {
  private final ApiCalls calls;
  private final String operation;
  private final String path;
  private final String id;
  private final Supplier<@Nullable TaskSpec> spec;
  private boolean follow;
  private boolean stdout;
  private boolean stderr;
  private @Nullable Long tail;
  private @Nullable Instant since;

  private LogRequest(
      ApiCalls calls, String operation, String path, String id, Supplier<@Nullable TaskSpec> spec) {
    this.calls = calls;
    this.operation = operation;
    this.path = path;
    this.id = id;
    this.spec = spec;
  }

  static LogRequest ofService(ApiCalls calls, String idOrName) {
    String operation = "logs of service " + Text.printable(idOrName);
    return new LogRequest(
        calls,
        operation,
        "/services/{}/logs",
        idOrName,
        () -> {
          Service service = calls.get(operation, "/services/{}", idOrName).read(Service.class);
          return service.spec() == null ? null : service.spec().taskTemplate();
        });
  }

  static LogRequest ofTask(ApiCalls calls, String id) {
    String operation = "logs of task " + Text.printable(id);
    return new LogRequest(
        calls,
        operation,
        "/tasks/{}/logs",
        id,
        () -> calls.get(operation, "/tasks/{}", id).read(Task.class).spec());
  }

  /** Goes on with new lines, also those of new tasks, until the stream is closed. */
  public LogRequest follow() {
    follow = true;
    return this;
  }

  /**
   * Begins with the last lines, so many of each task. Engines count those of both streams, also
   * where only one of them is read.
   */
  public LogRequest tail(long lines) {
    tail = Checks.notNegative("tail", lines);
    return this;
  }

  /** Leaves out lines from before {@code time}. */
  public LogRequest since(Instant time) {
    since = time;
    return this;
  }

  /** Leaves out lines that are older than {@code ago} now, by this machine's clock. */
  public LogRequest since(Duration ago) {
    return since(calls.time().now().minus(ago));
  }

  /** Reads the standard output, and the standard error only if that is asked for too. */
  public LogRequest stdout() {
    stdout = true;
    return this;
  }

  /** Reads the standard error, and the standard output only if that is asked for too. */
  public LogRequest stderr() {
    stderr = true;
    return this;
  }

  /**
   * Opens the stream, which is to be closed.
   *
   * @throws NotFoundException if there is no such service or task
   */
  public LogStream open() {
    // The header that could tell is missing or wrong before API 1.42.
    boolean terminal = terminal(spec.get());
    boolean both = stdout == stderr;
    ApiCall call =
        calls
            .get(operation, path, id)
            .flag("stdout", stdout || both)
            .flag("stderr", stderr || both)
            .flag("follow", follow)
            .flag("timestamps", true)
            .flag("details", true)
            .query("since", since == null ? null : seconds(since))
            .query("tail", tail);
    if (follow) {
      call.unbounded();
    }
    return new LogStream(operation, calls.names(), call.open(), terminal);
  }

  private static boolean terminal(@Nullable TaskSpec spec) {
    ContainerSpec container = spec == null ? null : spec.containerSpec();
    return container != null && Boolean.TRUE.equals(container.tty());
  }

  /** Returns how engines take times: as seconds since 1970, with a fraction. */
  static String seconds(Instant time) {
    return String.format(Locale.ROOT, "%d.%09d", time.getEpochSecond(), time.getNano());
  }
}
