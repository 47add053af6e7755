package io.github.swarmclient.testkit.engine;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tasks of a service, or one task, have written, and go on writing. */
final class LogFeed implements Feed.Source {
  private record Written(Task task, Container.Line line) {}

  private final Supplier<List<Task>> tasks;
  private final Cluster cluster;
  private final boolean stdout;
  private final boolean stderr;
  private final boolean follow;
  private final boolean timestamps;
  private final boolean details;
  private final boolean tty;
  private final @Nullable Instant since;
  private final int tail;
  private final Map<Task, Integer> positions = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private byte[] first = new byte[0];
  private boolean begun;

  private LogFeed(Call call, Cluster cluster, boolean tty, Supplier<List<Task>> tasks) {
    Query query = call.query();
    this.cluster = cluster;
    this.tasks = tasks;
    this.tty = tty;
    this.stdout = query.lenient("stdout");
    this.stderr = query.lenient("stderr");
    this.follow = query.lenient("follow");
    this.timestamps = query.lenient("timestamps");
    this.details = query.lenient("details");
    int badParameter = call.host().engineAtLeast(29) ? 400 : 500;
    if (!stdout && !stderr) {
      throw EngineError.of(badParameter, "Bad parameters: you must choose at least one stream");
    }
    this.since = since(query.get("since"), badParameter);
    this.tail = tail(query.get("tail"), badParameter);
  }

  private static @Nullable Instant since(String text, int badParameter) {
    try {
      return EventFeed.instant(text);
    } catch (EngineError e) {
      throw EngineError.of(badParameter, e.text());
    }
  }

  private static int tail(String text, int badParameter) {
    if (text.isEmpty() || text.equals("all")) {
      return Integer.MAX_VALUE;
    }
    if (!text.matches("\\d{1,9}")) {
      throw EngineError.of(
          badParameter, "strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
    }
    return Integer.parseInt(text);
  }

  static Reply ofService(Call call) {
    Cluster cluster = call.cluster();
    Service service = Lookup.find(cluster.services, "service", call.arg(0));
    boolean tty = Json.flag(service.taskSpec(), "ContainerSpec", "TTY");
    return reply(call, new LogFeed(call, cluster, tty, () -> cluster.tasksOf(service)));
  }

  static Reply ofTask(Call call) {
    Cluster cluster = call.cluster();
    Task task = Lookup.find(cluster.tasks, "task", call.arg(0));
    boolean tty = Json.flag(task.containerSpec(), "TTY");
    return reply(call, new LogFeed(call, cluster, tty, () -> List.of(task)));
  }

  /** Opens what one container has written, of which its own engine knows no details. */
  static Reply ofContainer(Call call) {
    Container container = ContainerEndpoints.find(call);
    Cluster cluster = call.host().membership().cluster;
    if (cluster == null) {
      throw EngineError.of(404, "No such container: " + call.arg(0));
    }
    List<Task> one = List.of(container.task);
    return reply(call, new LogFeed(call, cluster, container.tty(), () -> one));
  }

  private static Reply reply(Call call, LogFeed feed) {
    // What there is already is what there was when the request came, not when it is read.
    feed.first = feed.collect();
    String type =
        feed.tty || call.before(42)
            ? "application/vnd.docker.raw-stream"
            : "application/vnd.docker.multiplexed-stream";
    // Engine 20.10 sends none.
    return Reply.stream(call.host().engineAtLeast(23) ? type : "", new Feed(call.host(), feed));
  }

  @Override
  public byte @Nullable [] next() {
    byte[] bytes = first.length > 0 || !follow ? first : collect();
    first = new byte[0];
    if (bytes.length > 0) {
      return bytes;
    }
    return follow ? null : END;
  }

  private byte[] collect() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream notices = new ByteArrayOutputStream();
    List<Written> lines = new ArrayList<>();
    for (Task task : tasks.get()) {
      collect(task, lines, notices);
    }
    begun = true;
    lines.sort(Comparator.comparing(written -> written.line().at()));
    for (Written written : lines) {
      byte[] text = text(written).getBytes(StandardCharsets.UTF_8);
      out.writeBytes(tty ? text : Frames.frame(written.line().stream(), text));
    }
    out.writeBytes(notices.toByteArray());
    return out.toByteArray();
  }

  private void collect(Task task, List<Written> lines, ByteArrayOutputStream notices) {
    Container container = task.container;
    if (container == null) {
      return;
    }
    Node node = cluster.nodeOf(task);
    if (node == null || !node.alive()) {
      // What a node that is not there has kept cannot be had; the engine says so in the stream.
      if (missing.add(task.nodeId) && !tty) {
        notices.writeBytes(Frames.frame(Frames.SYSTEM_ERROR, incomplete(task.nodeId)));
      }
      return;
    }
    int from = positions.getOrDefault(task, 0);
    List<Container.Line> fresh =
        container.log.subList(from, container.log.size()).stream().filter(this::asked).toList();
    positions.put(task, container.log.size());
    int skipped = begun ? 0 : Math.max(0, fresh.size() - tail);
    fresh.stream().skip(skipped).forEach(line -> lines.add(new Written(task, line)));
  }

  private static String incomplete(String nodeId) {
    return "Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete log stream."
        + " some logs could not be retrieved for the following reasons: node "
        + nodeId
        + " is not available\n";
  }

  private boolean asked(Container.Line line) {
    boolean stream = line.stream() == Frames.STDERR ? stderr : stdout;
    return (tty || stream) && (since == null || !line.at().isBefore(since));
  }

  private String text(Written written) {
    StringBuilder text = new StringBuilder();
    if (timestamps) {
      text.append(Json.nanos(written.line().at())).append(' ');
    }
    if (details) {
      Task task = written.task();
      text.append("com.docker.swarm.node.id=")
          .append(escape(task.nodeId))
          .append(",com.docker.swarm.service.id=")
          .append(escape(task.serviceId))
          .append(",com.docker.swarm.task.id=")
          .append(escape(task.id))
          .append(' ');
    }
    String line = written.line().text();
    return text.append(tty ? line.replace("\n", "\r\n") : line).toString();
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
