package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.ImageInspect;
import io.github.swarmclient.model.ImageSummary;
import io.github.swarmclient.model.PullProgress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  private static final String INSPECT =
      "{\"Id\":\"sha256:11\",\"RepoDigests\":[\"nginx@" + DIGEST + "\"]}";

  private final CannedEngine engine = new CannedEngine();
  private final Images images = engine.client().images();

  @Test
  void pullsAnImageAndTellsItsProgress() {
    engine
        .on(
            "POST /images/create",
            200,
            "{\"status\":\"Pulling from library/nginx\",\"id\":\"1.13\"}\r\n"
                + "{\"status\":\"Downloading\",\"progressDetail\":{\"current\":5,\"total\":10},"
                + "\"id\":\"a1\"}\r\n{\"status\":\"Status: Downloaded\"}\r\n")
        .on("GET /images/nginx:1.13/json", 200, INSPECT);
    List<PullProgress> seen = new ArrayList<>();
    ImageInspect image = images.pull("nginx:1.13").onProgress(seen::add).execute();
    assertThat(image.id()).isEqualTo("sha256:11");
    assertThat(image.repoDigests()).containsExactly("nginx@" + DIGEST);
    assertThat(seen)
        .extracting(PullProgress::status)
        .containsExactly("Pulling from library/nginx", "Downloading", "Status: Downloaded");
    assertThat(engine.sent())
        .hasToString("[POST /images/create?fromImage=nginx&tag=1.13, GET /images/nginx:1.13/json]");
    assertThat(engine.sent().get(0).readTimeout()).isNull();
    assertThat(engine.sent().get(0).headers()).isEmpty();
  }

  @Test
  void aDigestIsPulledInsteadOfATag() {
    String image = "reg.example.com:5000/team/app";
    engine
        .on("POST /images/create", 200, "")
        .on("GET /images/" + image + "@" + DIGEST + "/json", 200, INSPECT);
    images.pull(image + ":1@" + DIGEST).platform("linux/amd64").execute();
    assertThat(engine.sent())
        .hasToString(
            "[POST /images/create?fromImage=reg.example.com:5000%2Fteam%2Fapp&tag="
                + DIGEST
                + "&platform=linux%2Famd64, GET /images/"
                + image
                + "@"
                + DIGEST
                + "/json]");
  }

  @Test
  void theLoginGoesIntoAHeader() {
    engine.on("POST /images/create", 200, "").on("GET /images/r.io/a:latest/json", 200, INSPECT);
    images.pull("r.io/a").registryAuth("me", "pÿ?>s").execute();
    String header = engine.sent().get(0).headers().get("X-Registry-Auth");
    assertThat(header).doesNotContain("+").doesNotContain("/");
    assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .isEqualTo("{\"username\":\"me\",\"password\":\"pÿ?>s\",\"serveraddress\":\"r.io\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pull access denied for x, repository does not exist or may require 'docker login' |NotFoundException",
        "manifest for nginx:nope not found: manifest unknown: manifest unknown            |NotFoundException",
        "unauthorized: incorrect username or password                                     |DeniedException",
        "denied: requested access to the resource is denied                               |DeniedException",
        "toomanyrequests: You have reached your pull rate limit                           |ImagePullException",
        "no matching manifest for linux/amd64 in the manifest list entries                |ImagePullException",
        "write /var/lib/docker/tmp: no space left on device                               |ImagePullException"
      })
  void anErrorWithinTheStreamIsAnException(String error, String type) {
    engine.on(
        "POST /images/create",
        200,
        "{\"status\":\"Pulling\"}\n{\"errorDetail\":{\"message\":\""
            + error
            + "\"},\"error\":\""
            + error
            + "\"}\n");
    List<PullProgress> seen = new ArrayList<>();
    ImagePull pull = images.pull("nginx").onProgress(seen::add).registryAuth("me", "hunter2");
    assertThatThrownBy(pull::execute)
        .isInstanceOfSatisfying(
            EngineException.class, e -> assertThat(e.engineMessage()).isEqualTo(error))
        .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(type))
        .hasMessageStartingWith("pull of nginx:latest failed: " + error)
        .hasMessageNotContaining("hunter2");
    assertThat(seen).hasSize(1);
    assertThat(engine.sent()).hasSize(1);
  }

  @Test
  void anErrorThatHasOnlyItsDetailIsAnException() {
    engine.on("POST /images/create", 200, "{\"errorDetail\":{\"code\":1,\"message\":\"disk\"}}");
    assertThatThrownBy(() -> images.pull("nginx").execute())
        .isInstanceOf(ImagePullException.class)
        .hasMessageContaining("disk");
  }

  @Test
  void aRefusalAndACutAreExceptions() {
    engine
        .refuses("POST /images/create", 404, "pull access denied for nginx")
        .refuses("POST /images/create", 500, "dial tcp: lookup registry-1.docker.io: no such host")
        .refuses("POST /images/create", 400, "invalid reference format")
        .on("POST /images/create", 200, "{\"status\":\"Pull");
    assertThatThrownBy(() -> images.pull("nginx").execute())
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("withRegistryAuth()");
    assertThatThrownBy(() -> images.pull("nginx").execute())
        .isInstanceOf(ImagePullException.class)
        .hasMessageContaining("no such host");
    assertThatThrownBy(() -> images.pull("nginx").execute())
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> images.pull("nginx").execute())
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void inspectsListsAndRemoves() {
    engine
        .on("GET /images/r.io:5000/a/b:1/json", 200, INSPECT)
        .on("GET /images/json", 200, "[{\"Id\":\"sha256:11\"}]")
        .on("DELETE /images/r.io:5000/a/b:1", 200, "[{\"Untagged\":\"r.io:5000/a/b:1\"}]")
        .refuses("DELETE /images/busy", 409, "conflict: unable to remove repository reference");
    assertThat(images.inspect("r.io:5000/a/b:1").id()).isEqualTo("sha256:11");
    assertThat(images.list()).extracting(ImageSummary::id).containsExactly("sha256:11");
    images.remove("r.io:5000/a/b:1");
    assertThat(engine.sent())
        .hasToString(
            "[GET /images/r.io:5000/a/b:1/json, GET /images/json, DELETE"
                + " /images/r.io:5000/a/b:1]");
    assertThatThrownBy(() -> images.remove("busy")).isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> images.inspect("none")).isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a//b",
        "/a",
        "a/",
        "../swarm",
        "a/../../swarm",
        "a/..",
        "a/./b",
        "a%2f..",
        "a?b=c",
        "a#b",
        "a\\b",
        "a\r\nb",
        "a b"
      })
  void hostileNamesAreRefusedBeforeAnythingIsSent(String name) {
    assertThatThrownBy(() -> images.inspect(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> images.remove(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> images.pull(name)).isInstanceOf(IllegalArgumentException.class);
    assertThat(engine.sent()).isEmpty();
  }
}
