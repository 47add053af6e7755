package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.AuthResponse;
import io.github.swarmclient.model.DistributionInspect;
import io.github.swarmclient.model.RegistryAuth;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What registries are asked through an engine. */
class RegistryTest {
  private static final String IMAGE = "registry.example.com:5000/team/web:1";
  private static final String PATH = "GET /distribution/" + IMAGE + "/json";
  private static final String ANSWER =
      "{\"Descriptor\":{\"digest\":\"sha256:11\",\"size\":5},\"Platforms\":[{\"architecture\":"
          + "\"amd64\",\"os\":\"linux\"}]}";

  private final CannedEngine engine = new CannedEngine();
  private final SwarmClient client = engine.client();

  @Test
  void theDigestOfAnImageIsAskedFor() {
    engine.on(PATH, 200, ANSWER).on("GET /distribution/nginx:latest/json", 200, ANSWER);
    DistributionInspect found = client.distribution(IMAGE).inspect();
    assertThat(Objects.requireNonNull(found.descriptor()).digest()).isEqualTo("sha256:11");
    assertThat(found.platforms()).hasSize(1);
    client.distribution("nginx").inspect();
    assertThat(engine.sent()).hasToString("[" + PATH + ", GET /distribution/nginx:latest/json]");
    assertThat(engine.last().headers()).isEmpty();
  }

  @Test
  void aLoginGoesAlong() {
    engine.on(PATH, 200, ANSWER);
    client.distribution(IMAGE).registryAuth("me", "hunter2").inspect();
    String header = engine.last().headers().get("X-Registry-Auth");
    assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"username\":\"me\",\"password\":\"hunter2\","
                + "\"serveraddress\":\"registry.example.com:5000\"}");
  }

  @Test
  void whatTheRegistryRefusesIsTyped() {
    engine
        .refuses(PATH, 401, "errors: unauthorized: authentication required")
        .refuses(PATH, 404, "manifest unknown: manifest unknown")
        .refuses(PATH, 500, "dial tcp: no route to host");
    assertThatThrownBy(() -> client.distribution(IMAGE).registryAuth("me", "hunter2").inspect())
        .isInstanceOf(DeniedException.class)
        .hasMessageContaining("distribution inspect of " + IMAGE + " failed")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> client.distribution(IMAGE).inspect())
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> client.distribution(IMAGE).inspect())
        .isExactlyInstanceOf(EngineException.class);
    assertThatThrownBy(() -> client.distribution("../swarm"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLoginIsChecked() {
    engine.on("POST /auth", 200, "{\"IdentityToken\":\"tok\",\"Status\":\"Login Succeeded\"}");
    AuthResponse answer = client.auth("registry.example.com:5000", "me", "hunter2");
    assertThat(answer.status()).isEqualTo("Login Succeeded");
    assertThat(answer.identityToken()).isEqualTo("tok");
    assertThat(answer.toString()).doesNotContain("tok");
    assertThat(engine.last())
        .hasToString(
            "POST /auth {\"username\":\"me\",\"password\":\"hunter2\","
                + "\"serveraddress\":\"registry.example.com:5000\"}");
    client.auth(RegistryAuth.builder().serverAddress("r.io").identityToken("tok").build());
    assertThat(engine.last().body())
        .isEqualTo("{\"serveraddress\":\"r.io\",\"identitytoken\":\"tok\"}");
  }

  @Test
  void aLoginThatIsRefusedIsNotShown() {
    engine.refuses("POST /auth", 401, "Get \"https://r.io/v2/\": unauthorized");
    assertThatThrownBy(() -> client.auth("r.io", "me", "hunter2"))
        .isInstanceOf(DeniedException.class)
        .hasMessageContaining("auth at r.io failed")
        .hasMessageNotContaining("hunter2");
  }
}
