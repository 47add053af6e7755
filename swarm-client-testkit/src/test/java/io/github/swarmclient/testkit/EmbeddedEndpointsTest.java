package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.testkit.internal.Wire;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Embedded engines know every endpoint that the library talks to. */
class EmbeddedEndpointsTest {
  /** Paths as the library's source has them, and what it sends to each. */
  private static final Map<String, List<String>> SENT =
      Map.ofEntries(
          Map.entry("/_ping", List.of("GET /_ping", "HEAD /_ping")),
          Map.entry("/version", List.of("GET /version")),
          Map.entry("/info", List.of("GET /info")),
          Map.entry("/auth", List.of("POST /auth")),
          Map.entry("/events", List.of("GET /events")),
          Map.entry("/swarm", List.of("GET /swarm")),
          Map.entry("/swarm/init", List.of("POST /swarm/init")),
          Map.entry("/swarm/join", List.of("POST /swarm/join")),
          Map.entry("/swarm/leave", List.of("POST /swarm/leave")),
          Map.entry("/swarm/update", List.of("POST /swarm/update")),
          Map.entry("/swarm/unlock", List.of("POST /swarm/unlock")),
          Map.entry("/swarm/unlockkey", List.of("GET /swarm/unlockkey")),
          Map.entry("/nodes", List.of("GET /nodes")),
          Map.entry("/nodes/{}", List.of("GET /nodes/x", "DELETE /nodes/x")),
          Map.entry("/nodes/{}/update", List.of("POST /nodes/x/update")),
          Map.entry("/services", List.of("GET /services")),
          Map.entry("/services/create", List.of("POST /services/create")),
          Map.entry("/services/{}", List.of("GET /services/x", "DELETE /services/x")),
          Map.entry("/services/{}/update", List.of("POST /services/x/update")),
          Map.entry("/services/{}/logs", List.of("GET /services/x/logs")),
          Map.entry("/tasks", List.of("GET /tasks")),
          Map.entry("/tasks/{}", List.of("GET /tasks/x")),
          Map.entry("/tasks/{}/logs", List.of("GET /tasks/x/logs")),
          Map.entry("/secrets", objects("/secrets")),
          Map.entry("/configs", objects("/configs")),
          Map.entry("/networks", List.of("GET /networks")),
          Map.entry("/networks/create", List.of("POST /networks/create")),
          Map.entry("/networks/prune", List.of("POST /networks/prune")),
          Map.entry("/networks/{}", List.of("GET /networks/x", "DELETE /networks/x")),
          Map.entry("/networks/{}/connect", List.of("POST /networks/x/connect")),
          Map.entry("/networks/{}/disconnect", List.of("POST /networks/x/disconnect")),
          Map.entry("/volumes", List.of("GET /volumes")),
          Map.entry("/volumes/create", List.of("POST /volumes/create")),
          Map.entry("/volumes/prune", List.of("POST /volumes/prune")),
          Map.entry(
              "/volumes/{}", List.of("GET /volumes/x", "PUT /volumes/x", "DELETE /volumes/x")),
          Map.entry("/images", List.of("DELETE /images/r.io/x:1")),
          Map.entry("/images/create", List.of("POST /images/create")),
          Map.entry("/images/json", List.of("GET /images/json")),
          Map.entry("/images/load", List.of("POST /images/load")),
          Map.entry("/json", List.of("GET /images/x/json", "GET /images/r.io/x:1/json")),
          Map.entry("/get", List.of("GET /images/r.io/x:1/get")),
          Map.entry("/tag", List.of("POST /images/r.io/x:1/tag")),
          Map.entry("/distribution", List.of("GET /distribution/r.io/x:1/json")),
          Map.entry(
              "/containers/{}/archive",
              List.of(
                  "PUT /containers/x/archive",
                  "GET /containers/x/archive",
                  "HEAD /containers/x/archive")),
          Map.entry("/containers/{}/exec", List.of("POST /containers/x/exec")),
          Map.entry("/exec/{}/start", List.of("POST /exec/x/start")),
          Map.entry("/exec/{}/resize", List.of("POST /exec/x/resize")),
          Map.entry("/exec/{}/json", List.of("GET /exec/x/json")));

  /** What belongs to a path that is put together, and stands for none alone. */
  private static final Set<String> PARTS = Set.of("/v", "/create");

  /** What the library does not send now, and users of the transport may. */
  private static final List<String> BESIDES =
      List.of(
          "GET /containers/json",
          "GET /containers/x/json",
          "GET /containers/x/logs",
          "POST /containers/x/wait",
          "POST /images/prune");

  private static final String UNKNOWN = "{\"message\":\"page not found\"}\n";

  private static List<String> objects(String path) {
    return List.of(
        "GET " + path,
        "POST " + path + "/create",
        "GET " + path + "/x",
        "POST " + path + "/x/update",
        "DELETE " + path + "/x");
  }

  @Test
  void noEndpointIsUnknown() throws IOException {
    List<String> unknown = new ArrayList<>();
    Stream<String> all =
        Stream.concat(SENT.values().stream().flatMap(List::stream), BESIDES.stream());
    for (String request : all.sorted().toList()) {
      // Each on an engine of its own, as some of them change it.
      try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
          SwarmTransport engine = swarm.node("docker01").transport()) {
        String[] words = request.split(" ", 2);
        if (isUnknown(engine, words[0], words[1])
            || isUnknown(engine, words[0], "/v1.41" + words[1])) {
          unknown.add(request);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void anUnknownPathIsSaidToBeOne() {
    try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01")) {
      Wire.Answer answer = Wire.to(swarm.node("docker01")).get("/none");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).isEqualTo(UNKNOWN);
    }
  }

  private static boolean isUnknown(SwarmTransport engine, String method, String target)
      throws IOException {
    try (TransportResponse response =
        engine.send(new TransportRequest(method, target, Map.of(), null, null))) {
      if (response.status() != 404) {
        return false;
      }
      // An answer to HEAD has the length of what it leaves out.
      return String.valueOf(UNKNOWN.length()).equals(response.header("Content-Length"));
    }
  }

  /** A path that is new in the library has to be entered above, and then to be answered. */
  @Test
  void everyPathOfTheLibraryIsLookedAt() throws IOException {
    Path source = Path.of("swarm-client-core/src/main/java/io/github/swarmclient");
    Path here = Files.isDirectory(source) ? source : Path.of("..").resolve(source);
    Pattern path = Pattern.compile("\"(/[a-z_]+(?:/[a-z{}]+)*)\"");
    Set<String> found = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(here)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      Matcher matcher = path.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    found.removeAll(PARTS);
    assertThat(found)
        .isEqualTo(SENT.keySet().stream().collect(Collectors.toCollection(TreeSet::new)));
  }
}
