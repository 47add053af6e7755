package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images of one engine, and what it learns of images from their registries. */
final class ImageEndpoints {
  private ImageEndpoints() {}

  static void register(Router router) {
    router.add("POST", "/images/create", ImageEndpoints::pull);
    router.add("GET", "/images/json", ImageEndpoints::list);
    router.add("GET", "/images/**/json", ImageEndpoints::inspect);
    ImageArchives.register(router);
    router.add("GET", "/distribution/**/json", ImageEndpoints::distribution);
  }

  private static Reply pull(Call call) {
    String name = call.query().get("fromImage");
    String tag = call.query().get("tag");
    if (name.isEmpty()) {
      throw EngineError.invalid("invalid reference format");
    }
    String image = name + (tag.isEmpty() ? "" : (tag.startsWith("sha256:") ? "@" : ":") + tag);
    String plain = Images.plain(image);
    Images images = call.world().images();
    if (!images.admits(image, call.header("X-Registry-Auth"))) {
      // Before anything was sent, so this one is a status.
      throw EngineError.of(
          500,
          "Head \"https://"
              + registry(plain)
              + "/v2/"
              + repository(plain)
              + "/manifests/"
              + tagOf(plain)
              + "\": no basic auth credentials");
    }
    StringBuilder lines = new StringBuilder();
    line(lines, tagOf(plain), "Pulling from " + repository(plain), null);
    if (!images.exists(image)) {
      String error = "manifest for " + plain + " not found: manifest unknown: manifest unknown";
      ObjectNode node = Json.object();
      node.putObject("errorDetail").put("message", error);
      lines.append(Json.text(node.put("error", error))).append("\r\n");
      return progress(lines);
    }
    boolean there = !call.host().images().add(plain);
    if (!there) {
      for (String layer : layers(plain)) {
        layer(lines, layer);
      }
    }
    line(lines, null, "Digest: " + Images.digest(image), null);
    line(
        lines,
        null,
        there
            ? "Status: Image is up to date for " + plain
            : "Status: Downloaded newer image for " + plain,
        null);
    return progress(lines);
  }

  private static Reply progress(StringBuilder lines) {
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return Reply.bytes(200, "application/json", bytes);
  }

  private static void layer(StringBuilder lines, String id) {
    line(lines, id, "Pulling fs layer", Json.object());
    line(lines, id, "Downloading", size(1_000_000));
    line(lines, id, "Downloading", size(2_500_000));
    line(lines, id, "Verifying Checksum", Json.object());
    line(lines, id, "Download complete", Json.object());
    line(lines, id, "Extracting", size(2_500_000));
    line(lines, id, "Pull complete", Json.object());
  }

  private static ObjectNode size(int current) {
    return Json.object().put("current", current).put("total", 2_500_000);
  }

  private static void line(
      StringBuilder lines,
      @org.jspecify.annotations.Nullable String id,
      String status,
      @org.jspecify.annotations.Nullable JsonNode detail) {
    ObjectNode node = Json.object().put("status", status);
    if (detail != null) {
      node.set("progressDetail", detail);
    }
    if (id != null) {
      node.put("id", id);
    }
    lines.append(Json.text(node)).append("\r\n");
  }

  private static List<String> layers(String plain) {
    String hash = Images.sha256("layers " + plain);
    return List.of(hash.substring(0, 12), hash.substring(12, 24), hash.substring(24, 36));
  }

  private static String tagOf(String plain) {
    return plain.substring(plain.lastIndexOf(':') + 1);
  }

  private static String registry(String plain) {
    int slash = plain.indexOf('/');
    String first = slash < 0 ? "" : plain.substring(0, slash);
    return first.contains(".") || first.contains(":") ? first : "registry-1.docker.io";
  }

  private static String repository(String plain) {
    String name = plain.substring(0, plain.lastIndexOf(':'));
    if (registry(plain).equals("registry-1.docker.io")) {
      return name.contains("/") ? name : "library/" + name;
    }
    return name.substring(name.indexOf('/') + 1);
  }

  private static ObjectNode summary(HostImages images, String plain) {
    ObjectNode node = Json.object();
    node.put("Id", images.id(plain));
    node.putArray("RepoTags").add(plain);
    node.putArray("RepoDigests")
        .add(plain.substring(0, plain.lastIndexOf(':')) + "@" + Images.digest(plain));
    node.put("Size", 7_500_000);
    return node;
  }

  private static Reply list(Call call) {
    ArrayNode array = Json.array();
    HostImages images = call.host().images();
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    for (String name : images.names()) {
      ObjectNode summary = byId.computeIfAbsent(images.id(name), id -> summary(images, name));
      if (!Json.strings(List.of(name)).equals(summary.get("RepoTags"))) {
        summary.withArray("RepoTags").add(name);
      }
    }
    byId.values().forEach(array::add);
    return Reply.ok(array);
  }

  private static Reply inspect(Call call) {
    String ref = call.arg(0);
    String name = call.host().images().find(ref);
    if (name == null) {
      throw EngineError.of(404, "No such image: " + Images.plain(ref));
    }
    ObjectNode node = summary(call.host().images(), name);
    node.put("Created", "2026-11-01T00:00:00Z");
    node.put("Architecture", "amd64");
    node.put("Os", "linux");
    return Reply.ok(node);
  }

  private static Reply distribution(Call call) {
    String image = call.arg(0);
    if (!image.matches("[A-Za-z0-9][\\w./:@-]*")) {
      throw EngineError.invalid("invalid reference format");
    }
    Images images = call.world().images();
    if (!images.exists(image)) {
      throw EngineError.of(404, "manifest unknown: manifest unknown");
    }
    if (!images.admits(image, call.header("X-Registry-Auth"))) {
      throw EngineError.of(401, "errors: unauthorized: authentication required");
    }
    ObjectNode node = Json.object();
    node.putObject("Descriptor")
        .put("mediaType", "application/vnd.docker.distribution.manifest.list.v2+json")
        .put("digest", Images.digest(image))
        .put("size", 1862);
    ArrayNode platforms = node.putArray("Platforms");
    platforms.addObject().put("architecture", "amd64").put("os", "linux");
    platforms.addObject().put("architecture", "arm64").put("os", "linux").put("variant", "v8");
    return Reply.ok(node);
  }
}
