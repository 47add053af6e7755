package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The containers of one engine; those of the other engines it knows nothing of. */
final class ContainerEndpoints {
  /** The bit by which Go marks a directory. */
  private static final long GO_DIRECTORY = 1L << 31;

  private static final Set<String> FILTERS =
      Set.of(
          "ancestor",
          "before",
          "exited",
          "expose",
          "health",
          "id",
          "is-task",
          "isolation",
          "label",
          "name",
          "network",
          "publish",
          "since",
          "status",
          "volume");

  private ContainerEndpoints() {}

  static void register(Router router) {
    router.add("GET", "/containers/json", ContainerEndpoints::list);
    router.add("GET", "/containers/*/json", ContainerEndpoints::inspect);
    router.add("GET", "/containers/*/logs", LogFeed::ofContainer);
    router.add("POST", "/containers/*/wait", ContainerEndpoints::await);
    router.add("PUT", "/containers/*/archive", ContainerEndpoints::put);
    router.add("GET", "/containers/*/archive", ContainerEndpoints::get);
    router.add("HEAD", "/containers/*/archive", ContainerEndpoints::head);
  }

  /** Returns the container of an identifier, the beginning of one, or a name. */
  static Container find(Call call) {
    return find(call.host(), call.arg(0));
  }

  static Container find(Host host, String ref) {
    for (Container container : host.containers().values()) {
      if (container.id.startsWith(ref) || container.task.name().equals(ref)) {
        return container;
      }
    }
    throw EngineError.of(404, "No such container: " + ref);
  }

  private static Reply list(Call call) {
    Filters filters = new Filters(call, FILTERS);
    boolean all = call.query().lenient("all") || filters.has("status");
    ArrayNode array = Json.array();
    for (Container container : call.host().containers().values()) {
      if ((all || container.running())
          && filters.any("id", container.id::startsWith)
          && filters.any("name", container.task.name()::contains)
          && filters.any("status", container.status::equals)
          && filters.any("is-task", "true"::equals)
          && filters.labels("label", container.labels())) {
        array.add(summary(container));
      }
    }
    return Reply.ok(array);
  }

  private static ObjectNode summary(Container container) {
    ObjectNode node = Json.object();
    node.put("Id", container.id);
    node.putArray("Names").add("/" + container.task.name());
    node.put("Image", container.image);
    node.put("ImageID", container.host.images().id(container.image));
    node.put("Command", String.join(" ", container.command));
    node.put("Created", container.createdAt.getEpochSecond());
    node.putArray("Ports");
    node.set("Labels", Json.map(container.labels()));
    node.put("State", container.status);
    node.put("Status", container.running() ? "Up" : "Exited (" + container.exitCode + ")");
    node.putObject("HostConfig").put("NetworkMode", "default");
    node.putArray("Mounts");
    return node;
  }

  private static Reply inspect(Call call) {
    Container container = find(call);
    ObjectNode node = Json.object();
    node.put("Id", container.id);
    node.put("Created", Json.time(container.createdAt));
    node.put("Path", container.command.isEmpty() ? "" : container.command.get(0));
    node.set("Args", Json.strings(container.command.stream().skip(1).toList()));
    ObjectNode state = node.putObject("State");
    state.put("Status", container.status);
    state.put("Running", container.running());
    state.put("Paused", false);
    state.put("Restarting", false);
    state.put("OOMKilled", false);
    state.put("Dead", false);
    state.put("Pid", container.running() ? container.pid : 0);
    state.put("ExitCode", container.exitCode);
    state.put("Error", "");
    state.put("StartedAt", time(container.startedAt));
    state.put("FinishedAt", time(container.finishedAt));
    if (!container.health.isEmpty()) {
      state
          .putObject("Health")
          .put("Status", container.health)
          .put("FailingStreak", container.failingStreak);
    }
    node.put("Image", container.host.images().id(container.image));
    node.put("Name", "/" + container.task.name());
    node.put("RestartCount", 0);
    ObjectNode config = node.putObject("Config");
    config.put("Hostname", container.hostname);
    config.put("User", Json.string(container.task.containerSpec(), "User"));
    config.put("Tty", container.tty());
    config.set("Env", Json.strings(container.env));
    config.set("Cmd", Json.strings(container.command));
    config.put("Image", container.image);
    config.put("WorkingDir", Json.string(container.task.containerSpec(), "Dir"));
    config.set("Labels", Json.map(container.labels()));
    ObjectNode networks = node.putObject("NetworkSettings").putObject("Networks");
    container.networks.values().forEach(on -> networks.set(on.network(), on.endpoint()));
    for (JsonNode attachment : container.task.attachments) {
      String address = attachment.path("Addresses").path(0).asText();
      networks
          .putObject(Json.string(attachment, "Network", "Spec", "Name"))
          .put("NetworkID", Json.string(attachment, "Network", "ID"))
          .put("IPAddress", address.replaceFirst("/.*", ""));
    }
    return Reply.ok(node);
  }

  /** Returns a time, where one that has never been is the year 1 to Go. */
  private static String time(Instant instant) {
    return instant.equals(Instant.EPOCH) ? "0001-01-01T00:00:00Z" : Json.time(instant);
  }

  private static Reply await(Call call) {
    Container container = find(call);
    boolean[] told = new boolean[1];
    Feed.Source result =
        () -> {
          if (container.running() || container.status.equals("created")) {
            return null;
          }
          if (told[0]) {
            return Feed.Source.END;
          }
          told[0] = true;
          return Json.bytes(Json.object().put("StatusCode", container.exitCode));
        };
    return Reply.stream("application/json", new Feed(call.host(), result));
  }

  private static Reply put(Call call) {
    Container container = find(call);
    String path = path(call);
    checkDirectory(container, path);
    try {
      Tar.read(call.body()).forEach((name, entry) -> container.files.put(path + "/" + name, entry));
    } catch (IOException e) {
      throw EngineError.of(500, "Error processing tar file(exit status 1): " + e.getMessage());
    }
    return Reply.empty(200);
  }

  private static String path(Call call) {
    String path = call.query().get("path");
    if (path.isEmpty()) {
      throw EngineError.invalid("bad parameter: 'path' cannot be empty");
    }
    return path;
  }

  private static void checkDirectory(Container container, String path) {
    FileTree.Entry entry = container.files.get(path);
    if (entry == null) {
      throw missing(container, path);
    }
    if (!entry.directory()) {
      throw EngineError.invalid("extraction point is not a directory");
    }
    if (Json.flag(container.task.containerSpec(), "ReadOnly")) {
      throw EngineError.of(403, "container rootfs is marked read-only");
    }
  }

  private static EngineError missing(Container container, String path) {
    return EngineError.of(404, "Could not find the file " + path + " in container " + container.id);
  }

  private static Reply get(Call call) {
    Container container = find(call);
    String path = path(call);
    if (container.files.get(path) == null) {
      throw missing(container, path);
    }
    String clean = FileTree.clean(path);
    String base = FileTree.baseName(clean);
    Map<String, FileTree.Entry> entries = new LinkedHashMap<>();
    container
        .files
        .below(path)
        .forEach(
            (name, entry) ->
                entries.put(
                    base + (clean.equals("/") ? name : name.substring(clean.length())), entry));
    return Reply.bytes(200, "application/x-tar", Tar.write(entries))
        .with("X-Docker-Container-Path-Stat", stat(container, path));
  }

  private static Reply head(Call call) {
    Container container = find(call);
    String path = path(call);
    if (container.files.get(path) == null) {
      throw missing(container, path);
    }
    return Reply.empty(200).with("X-Docker-Container-Path-Stat", stat(container, path));
  }

  private static String stat(Container container, String path) {
    FileTree.Entry entry = container.files.get(path);
    if (entry == null) {
      throw missing(container, path);
    }
    ObjectNode stat = Json.object();
    stat.put("name", FileTree.baseName(FileTree.clean(path)));
    stat.put("size", entry.directory() ? 4096 : entry.content().length);
    stat.put("mode", entry.mode() + (entry.directory() ? GO_DIRECTORY : 0));
    stat.put("mtime", Json.time(Instant.ofEpochSecond(entry.mtime())));
    stat.put("linkTarget", "");
    return Base64.getEncoder().encodeToString(Json.text(stat).getBytes(StandardCharsets.UTF_8));
  }
}
