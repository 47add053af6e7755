package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names can do to the path of a request: nothing. */
class PathEncodingTest {

  /** Returns names that try to leave their segment, and mixtures of them. */
  static List<String> hostileNames() {
    List<String> parts =
        List.of(
            "..",
            ".",
            "/",
            "\\",
            "%2F",
            "%2f",
            "%2e%2e",
            "%00",
            "%25",
            "%",
            "?",
            "#",
            ";",
            "\0",
            "\n",
            "\r\n",
            "\t",
            " ",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u202e",
            "＃",
            "／",
            "..;",
            "//",
            "/../../swarm",
            "?force=1",
            "#x",
            "%0d%0aHost: evil",
            "\r\nDELETE / HTTP/1.1\r\n\r\n",
            "@evil",
            "http://evil/",
            "..%2f..%2fswarm",
            "..\\..\\swarm",
            "%c0%af",
            "é",
            "名前",
            "😀",
            "\ud800",
            "a".repeat(256),
            "json",
            "prune",
            "create",
            "&a=b",
            "=",
            "+",
            "*",
            "|",
            "<>",
            "\"",
            "'",
            "`",
            "$(id)",
            "{}",
            "[]",
            "^",
            "~",
            "!",
            ":",
            ",");
    Set<String> names = new LinkedHashSet<>(List.of("", " ", "\t\n"));
    names.addAll(parts);
    Random random = new Random(42);
    while (names.size() < 400) {
      StringBuilder name = new StringBuilder();
      for (int i = random.nextInt(4); i >= 0; i--) {
        name.append(random.nextInt(3) == 0 ? "web" : parts.get(random.nextInt(parts.size())));
      }
      names.add(name.toString());
    }
    return new ArrayList<>(names);
  }

  @Test
  void noNameLeavesItsEndpoint() {
    List<String> names = hostileNames();
    assertThat(names).hasSizeGreaterThanOrEqualTo(200);
    int refused = 0;
    for (String name : names) {
      ScriptedEngine engine = new ScriptedEngine();
      try {
        engine.client().nodes().inspect(name);
      } catch (IllegalArgumentException e) {
        assertThat(engine.sent()).as(name).isEmpty();
        assertThat(e).hasMessageContaining("nothing was sent").hasMessageNotContaining("\u202e");
        assertThat(String.valueOf(e.getMessage()).chars().noneMatch(Character::isISOControl))
            .isTrue();
        refused++;
        continue;
      } catch (SwarmException expected) {
        // The engine knows none of them.
      }
      assertThat(engine.requests())
          .as(name)
          .isNotEmpty()
          .allSatisfy(
              request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.target())
                    .matches("/v1\\.45/nodes(/[A-Za-z0-9._~:@!$()*,=%-]+)?")
                    .doesNotContainIgnoringCase("%2f")
                    .doesNotContain("//")
                    .doesNotContainPattern("/\\.{1,2}(/|$)");
              });
    }
    assertThat(refused).isGreaterThan(200);
  }

  @Test
  void noHostileNameIsWrittenTo() {
    for (String name : hostileNames()) {
      ScriptedEngine engine = new ScriptedEngine();
      SwarmClient client = engine.client();
      for (Runnable write :
          List.<Runnable>of(
              () -> client.nodes().remove(name).force().execute(),
              () -> client.nodes().drain(name).execute(),
              () -> client.nodes().demote(name).force().execute())) {
        try {
          write.run();
        } catch (IllegalArgumentException | SwarmException expected) {
          // Refused here, or not found there.
        }
      }
      assertThat(engine.writes()).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "web, /nodes/web",
    "web.1, /nodes/web.1",
    "my_web-2, /nodes/my_web-2",
    "sha256:ab, /nodes/sha256:ab",
    "a+b, /nodes/a%2Bb",
    "é, /nodes/%C3%A9",
    "...,/nodes/...",
    "a&b, /nodes/a%26b"
  })
  void nameIsOneSegmentEncodedOnce(String name, String path) {
    assertThat(PathTemplate.fill("test", "/nodes/{}", name)).isEqualTo(path);
  }

  @Test
  void braceInANameIsNoPlaceForTheNext() {
    assertThat(PathTemplate.fill("test", "/a/{}/b/{}/c", "{}", "x")).isEqualTo("/a/%7B%7D/b/x/c");
  }

  @Test
  void refusalNamesTheOperationAndTheReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.fill("node inspect of ..", "/nodes/{}", ".."))
        .withMessage(
            "node inspect of .. failed: \"..\" is no name or ID: it stands for a folder; nothing was"
                + " sent");
  }

  @Test
  void queryValuesAreEncoded() {
    ScriptedEngine engine = new ScriptedEngine().on("GET /nodes", "[]").on("GET /info", "{}");
    engine.client().nodes().list(query -> query.nodeLabel("a=b&c#d e\"é"));
    assertThat(engine.sent().get(0))
        .isEqualTo(
            "GET /v1.45/nodes?filters=%7B%22node.label%22:%5B%22a=b%26c%23d%20e%5C%22%C3%A9%22%5D%7D");
  }
}
