package io.github.swarmclient.testkit.engine;

import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.transport.TransportRequest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint for a request, after the checks that are the same for all of them. */
final class Router {
  /** An endpoint. */
  interface Handler {
    Reply handle(Call call);
  }

  private record Route(String method, Pattern path, Handler handler) {}

  private static final Pattern VERSIONED = Pattern.compile("/v([0-9][0-9.]*)(/.*)");
  private static final Router ALL = new Router();

  private final List<Route> routes = new ArrayList<>();

  private Router() {
    SystemEndpoints.register(this);
    SwarmEndpoints.register(this);
    NodeEndpoints.register(this);
    ServiceEndpoints.register(this);
    TaskEndpoints.register(this);
    BlobEndpoints.register(this, true);
    BlobEndpoints.register(this, false);
    NetworkConnections.register(this);
    NetworkEndpoints.register(this);
    VolumeEndpoints.register(this);
    ContainerEndpoints.register(this);
    ExecEndpoints.register(this);
    ImageEndpoints.register(this);
  }

  /** Adds an endpoint; {@code *} in its path stands for one segment, {@code **} for several. */
  void add(String method, String path, Handler handler) {
    String regex = path.replace("**", "(.+)").replaceAll("(?<!\\.)\\*", "([^/]+)");
    routes.add(new Route(method, Pattern.compile(regex), handler));
  }

  static Reply answer(Host host, TransportRequest request, byte[] body) {
    Reply reply;
    try {
      reply = ALL.dispatch(host, request, body);
    } catch (EngineError e) {
      reply = Reply.error(e);
    }
    reply.with("Api-Version", host.newest().toString());
    reply.with("Docker-Experimental", "false");
    reply.with("Ostype", "linux");
    reply.with("Server", "Docker/" + host.settings().engineVersion() + " (linux)");
    if (request.method().equals("HEAD")) {
      return new Reply(reply.status(), reply.headers(), new ByteArrayInputStream(new byte[0]));
    }
    return reply;
  }

  private Reply dispatch(Host host, TransportRequest request, byte[] body) {
    int mark = request.target().indexOf('?');
    String raw = mark < 0 ? request.target() : request.target().substring(0, mark);
    // A plus is a blank in a query, and itself in a path.
    String path = Query.decode(raw.replace("+", "%2B"));
    String clean = FileTree.clean(path);
    if (!clean.equals(path)) {
      String query = mark < 0 ? "" : request.target().substring(mark);
      return Reply.empty(301).with("Location", clean + query);
    }
    ApiVersion version = host.newest();
    Matcher versioned = VERSIONED.matcher(path);
    if (versioned.matches()) {
      version = check(host, versioned.group(1));
      path = versioned.group(2);
    }
    Query query = new Query(mark < 0 ? "" : request.target().substring(mark + 1));
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (accepts(route.method(), request.method()) && matcher.matches()) {
        Call call =
            new Call(
                host, request.method(), version, groups(matcher), query, headers(request), body);
        return handle(route.handler(), call);
      }
    }
    // There is no 405: a wrong method is as unknown as a wrong path.
    throw EngineError.of(404, "page not found");
  }

  private static Reply handle(Handler handler, Call call) {
    try {
      return handler.handle(call);
    } catch (EngineError e) {
      if (e.isLostLeadership()) {
        Cluster cluster = call.host().membership().controlled();
        cluster.raft.writeLater(() -> writeAfterAll(handler, call));
      }
      throw e;
    }
  }

  /** Nobody is there any more to be told how it went. */
  private static void writeAfterAll(Handler handler, Call call) {
    try {
      handler.handle(call);
    } catch (EngineError refused) {
      call.host().world().changed();
    }
  }

  private static boolean accepts(String route, String method) {
    return route.equals(method);
  }

  private static List<String> groups(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return groups;
  }

  private static Map<String, String> headers(TransportRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (request.body() != null) {
      headers.put("content-type", request.body().contentType());
    }
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  private static ApiVersion check(Host host, String text) {
    ApiVersion asked = parse(text);
    if (asked == null || !asked.atLeast(host.oldest())) {
      String message =
          "client version "
              + text
              + " is too old. Minimum supported API version is "
              + host.oldest()
              + ", please upgrade your client to a newer version";
      // Clients that old do not expect JSON.
      boolean plain = asked == null || !asked.atLeast(ApiVersion.of(1, 24));
      throw plain ? EngineError.plainText(400, message) : EngineError.invalid(message);
    }
    if (!host.newest().atLeast(asked)) {
      throw EngineError.invalid(
          "client version "
              + text
              + " is too new. Maximum supported API version is "
              + host.newest());
    }
    return asked;
  }

  private static @Nullable ApiVersion parse(String text) {
    return text.matches("\\d{1,4}\\.\\d{1,4}") ? ApiVersion.parse(text) : null;
  }
}
