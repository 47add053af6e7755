package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The secrets and the configs of a swarm, which follow the same rules with other words. */
final class BlobEndpoints {
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9-_.]{0,62}[a-zA-Z0-9])?");

  private final boolean secret;
  private final String kind;
  private final int limit;

  private BlobEndpoints(boolean secret) {
    this.secret = secret;
    this.kind = secret ? "secret" : "config";
    this.limit = secret ? 500 * 1024 : 1000 * 1024;
  }

  static void register(Router router, boolean secret) {
    BlobEndpoints endpoints = new BlobEndpoints(secret);
    String path = secret ? "/secrets" : "/configs";
    router.add("GET", path, endpoints::list);
    router.add("POST", path + "/create", endpoints::create);
    router.add("GET", path + "/*", endpoints::inspect);
    router.add("POST", path + "/*/update", endpoints::update);
    router.add("DELETE", path + "/*", endpoints::remove);
  }

  private Map<String, Blob> all(Cluster cluster) {
    return secret ? cluster.secrets : cluster.configs;
  }

  private Reply list(Call call) {
    Cluster cluster = call.cluster();
    Set<String> keys =
        secret ? Set.of("id", "name", "names", "label") : Set.of("id", "name", "label");
    Filters filters = new Filters(call, keys);
    ArrayNode array = Json.array();
    for (Blob blob : all(cluster).values()) {
      if (filters.fit(blob)
          && filters.any("names", blob.name()::equals)
          && filters.labels("label", Json.stringMap(blob.spec.path("Labels")))) {
        array.add(blob.json(secret));
      }
    }
    return Reply.ok(array);
  }

  private Reply create(Call call) {
    ObjectNode spec = call.json();
    Cluster cluster = call.cluster();
    if (spec.hasNonNull("Templating") && call.before(37)) {
      throw EngineError.invalid(
          kind + " templating is not supported on the specified API version: " + call.version());
    }
    int size = data(spec).length;
    String name = Json.string(spec, "Name");
    checkName(name);
    boolean driven = secret && Json.at(spec, "Driver").isObject();
    if (!driven && (size == 0 || size >= limit)) {
      throw EngineError.invalidArgument(
          kind + " data must be larger than 0 and less than " + limit + " bytes");
    }
    if (all(cluster).values().stream().anyMatch(blob -> blob.name().equals(name))) {
      throw EngineError.swarm(
          EngineError.Code.ALREADY_EXISTS, kind + " " + name + " already exists");
    }
    Json.child(spec, "Labels");
    Blob blob = new Blob(cluster.world.ids().swarmId(), cluster.now(), spec);
    all(cluster).put(blob.id, blob);
    cluster.touch(blob);
    cluster.emit(kind, "create", blob, Map.of());
    return Reply.json(201, Json.object().put("ID", blob.id));
  }

  private static byte[] data(ObjectNode spec) {
    try {
      return Base64.getDecoder().decode(Json.string(spec, "Data"));
    } catch (IllegalArgumentException e) {
      throw EngineError.invalid("illegal base64 data at input byte 0");
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty()) {
      throw EngineError.invalidArgument("name must be provided");
    }
    if (!NAME.matcher(name).matches()) {
      throw EngineError.invalidArgument(
          "invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end"
              + " character must be [a-zA-Z0-9]");
    }
  }

  private Reply inspect(Call call) {
    return Reply.ok(Lookup.find(all(call.cluster()), kind, call.arg(0)).json(secret));
  }

  private Reply update(Call call) {
    ObjectNode spec = call.json();
    long version = call.query().version(kind);
    Cluster cluster = call.cluster();
    Blob blob = Lookup.find(all(cluster), kind, call.arg(0));
    boolean sameData =
        data(spec).length == 0 || Json.string(spec, "Data").equals(Json.string(blob.spec, "Data"));
    if (!Json.string(spec, "Name").equals(blob.name()) || !sameData) {
      throw EngineError.invalidArgument("only updates to Labels are allowed");
    }
    Cluster.expectVersion(blob, version);
    ObjectNode changed = blob.spec.deepCopy();
    changed.set("Labels", spec.path("Labels").isObject() ? spec.get("Labels") : Json.object());
    blob.spec = changed;
    cluster.touch(blob);
    cluster.emit(kind, "update", blob, Map.of());
    return Reply.empty(200);
  }

  private Reply remove(Call call) {
    Cluster cluster = call.cluster();
    Blob blob = Lookup.find(all(cluster), kind, call.arg(0));
    String list = secret ? "Secrets" : "Configs";
    String member = secret ? "SecretID" : "ConfigID";
    List<String> users =
        cluster.services.values().stream()
            .filter(service -> uses(service, list, member, blob.id))
            .map(Service::name)
            .toList();
    if (!users.isEmpty()) {
      throw EngineError.invalidArgument(
          kind
              + " '"
              + blob.name()
              + "' is in use by the following "
              + (users.size() == 1 ? "service: " : "services: ")
              + String.join(", ", users));
    }
    all(cluster).remove(blob.id);
    cluster.emit(kind, "remove", blob, Map.of());
    return Reply.empty(204);
  }

  private static boolean uses(Service service, String list, String member, String id) {
    for (var reference : Json.at(service.taskSpec(), "ContainerSpec", list)) {
      if (Json.string(reference, member).equals(id)) {
        return true;
      }
    }
    return false;
  }
}
