package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images as archives, and the names they have on an engine. */
final class ImageArchives {
  private static final String MANIFEST = "manifest.json";

  /** Where an embedded engine keeps the name that an image behaves by. */
  private static final String ORIGIN = "io.github.swarmclient.origin";

  private ImageArchives() {}

  static void register(Router router) {
    router.add("POST", "/images/load", ImageArchives::load);
    router.add("POST", "/images/prune", ImageArchives::prune);
    router.add("GET", "/images/**/get", ImageArchives::save);
    router.add("POST", "/images/**/tag", ImageArchives::tag);
    router.add("DELETE", "/images/**", ImageArchives::remove);
  }

  private static Reply save(Call call) {
    HostImages images = call.host().images();
    String name = find(call);
    String config = images.id(name).substring(7) + ".json";
    ObjectNode content = Json.object().put("architecture", "amd64").put("os", "linux");
    content.putObject("config").putObject("Labels").put(ORIGIN, images.origin(name));
    ObjectNode image = Json.object().put("Config", config);
    image.putArray("RepoTags").add(name);
    image.putArray("Layers");
    Map<String, FileTree.Entry> entries = new LinkedHashMap<>();
    entries.put(config, file(content));
    entries.put(MANIFEST, file(Json.array().add(image)));
    return Reply.bytes(200, "application/x-tar", Tar.write(entries));
  }

  private static FileTree.Entry file(JsonNode content) {
    return new FileTree.Entry(false, Json.bytes(content), 0644, 0);
  }

  private static Reply load(Call call) {
    StringBuilder lines = new StringBuilder();
    try {
      Map<String, FileTree.Entry> entries = Tar.read(call.body());
      FileTree.Entry manifest = entries.get(MANIFEST);
      if (manifest == null) {
        throw new IOException("open " + MANIFEST + ": no such file or directory");
      }
      for (JsonNode image : Json.read(manifest.content())) {
        FileTree.Entry config = entries.get(Json.string(image, "Config"));
        JsonNode known = config == null ? Json.object() : Json.read(config.content());
        String origin = Json.string(known, "config", "Labels", ORIGIN);
        for (JsonNode tag : image.path("RepoTags")) {
          String name = Images.plain(tag.asText());
          call.host().images().add(name, origin.isEmpty() ? name : origin);
          lines.append(line(Json.object().put("stream", "Loaded image: " + name + "\n")));
        }
      }
    } catch (IOException e) {
      ObjectNode failure = Json.object().put("error", String.valueOf(e.getMessage()));
      failure.putObject("errorDetail").put("message", String.valueOf(e.getMessage()));
      lines.append(line(failure));
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return Reply.bytes(200, "application/json", bytes);
  }

  private static String line(JsonNode node) {
    return Json.text(node) + "\r\n";
  }

  private static Reply tag(Call call) {
    String repository = call.query().get("repo");
    String tag = call.query().get("tag");
    String name = find(call);
    if (!repository.matches("[a-z0-9][a-z0-9._/:-]*")) {
      throw EngineError.invalid("invalid reference format");
    }
    HostImages images = call.host().images();
    images.add(repository + ":" + (tag.isEmpty() ? "latest" : tag), images.origin(name));
    return Reply.empty(201);
  }

  private static String find(Call call) {
    String found = call.host().images().find(call.arg(0));
    if (found == null) {
      throw EngineError.of(404, "No such image: " + Images.plain(call.arg(0)));
    }
    return found;
  }

  private static Reply remove(Call call) {
    HostImages images = call.host().images();
    String name = find(call);
    String id = images.id(name);
    boolean last = images.names().stream().filter(other -> images.id(other).equals(id)).count() < 2;
    for (Container container : call.host().containers().values()) {
      boolean uses = Images.plain(container.image).equals(name);
      if (uses && last && (container.running() || !call.query().lenient("force"))) {
        throw EngineError.of(
            409,
            "conflict: unable to remove repository reference \""
                + call.arg(0)
                + "\" (must force) -"
                + " container "
                + container.id.substring(0, 12)
                + " is using its referenced image "
                + id.substring(7, 19));
      }
    }
    ArrayNode report = Json.array();
    drop(call, name, report);
    return Reply.ok(report);
  }

  private static void drop(Call call, String name, ArrayNode report) {
    HostImages images = call.host().images();
    String id = images.id(name);
    images.remove(name);
    report.addObject().put("Untagged", name);
    if (images.names().stream().noneMatch(other -> images.id(other).equals(id))) {
      report.addObject().put("Deleted", id);
    }
  }

  private static Reply prune(Call call) {
    Filters filters = new Filters(call, java.util.Set.of("dangling", "label", "label!", "until"));
    // Images without a name there are none, so that only this makes a difference.
    boolean unused = filters.has("dangling") && filters.any("dangling", "false"::equals);
    ArrayNode report = Json.array();
    for (String name : unused ? call.host().images().names() : List.<String>of()) {
      boolean used =
          call.host().containers().values().stream()
              .anyMatch(container -> Images.plain(container.image).equals(name));
      if (!used) {
        drop(call, name, report);
      }
    }
    ObjectNode answer = Json.object();
    if (report.isEmpty()) {
      answer.putNull("ImagesDeleted");
    } else {
      answer.set("ImagesDeleted", report);
    }
    return Reply.ok(answer.put("SpaceReclaimed", 0));
  }
}
