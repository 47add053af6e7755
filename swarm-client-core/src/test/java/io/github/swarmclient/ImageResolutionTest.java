package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.swarmclient.transport.SwarmTransport;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tags become digests, with the platforms of the image, before a service is made or changed. */
class ImageResolutionTest {
  private static final String DIGEST = "sha256:" + "ab12".repeat(16);
  private static final String OTHER = "sha256:" + "cd34".repeat(16);
  private static final String NGINX = "GET /distribution/nginx:1.13/json";
  private static final String FOUND =
      "{\"Descriptor\":{\"digest\":\""
          + DIGEST
          + "\"},\"Platforms\":["
          + "{\"architecture\":\"amd64\",\"os\":\"linux\"},"
          + "{\"architecture\":\"arm\",\"os\":\"linux\",\"variant\":\"v6\"},"
          + "{\"architecture\":\"arm\",\"os\":\"linux\",\"variant\":\"v7\"},"
          + "{\"architecture\":\"unknown\",\"os\":\"unknown\"},"
          + "{\"architecture\":\"amd64\",\"os\":\"unknown\"}]}";
  private static final String PLATFORMS =
      "[{\"Architecture\":\"amd64\",\"OS\":\"linux\"},{\"OS\":\"linux\"}]";

  private final CannedEngine engine =
      new CannedEngine()
          .on("POST /services/create", 201, "{\"ID\":\"w1\",\"Warnings\":[\"slow\"]}");

  private Services services(ImageResolution resolution) {
    return SwarmClient.builder().transport(engine).resolveImages(resolution).build().services();
  }

  private JsonNode task() throws Exception {
    return new ObjectMapper().readTree(engine.last().body()).get("TaskTemplate");
  }

  private static String image(JsonNode task) {
    return task.at("/ContainerSpec/Image").asText();
  }

  private static ServiceCreate web(Services services) {
    return services.create("web").image("docker.io/library/nginx:1.13");
  }

  @Test
  void aTagIsPinnedAndThePlatformsAreNamed() throws Exception {
    engine.on(NGINX, 200, FOUND);
    var created = web(services(ImageResolution.ON)).constraint("node.role==worker").execute();
    assertThat(image(task())).isEqualTo("nginx:1.13@" + DIGEST);
    assertThat(task().at("/Placement/Platforms")).hasToString(PLATFORMS);
    assertThat(task().at("/Placement/Constraints/0").asText()).isEqualTo("node.role==worker");
    assertThat(created.warnings()).containsExactly("slow");
  }

  @Test
  void nobodyIsAskedUnlessItIsWanted() throws Exception {
    web(engine.client().services()).execute();
    web(services(ImageResolution.REQUIRED)).resolveImage(ImageResolution.OFF).execute();
    assertThat(engine.sent()).hasSize(2);
    assertThat(image(task())).isEqualTo("nginx:1.13");
    assertThat(task().has("Placement")).isFalse();
  }

  @Test
  void theRegistryIsAskedWithTheLoginOfTheService() {
    engine.on("GET /distribution/registry.test:5000/shop:2/json", 200, FOUND);
    services(ImageResolution.ON)
        .create("shop")
        .image("registry.test:5000/shop:2")
        .registryAuth("ann", "pass")
        .execute();
    assertThat(engine.sent())
        .extracting(sent -> sent.headers().get("X-Registry-Auth"))
        .hasSize(2)
        .doesNotContainNull()
        .containsOnly(engine.last().headers().get("X-Registry-Auth"));
    assertThat(engine.last().body()).contains("registry.test:5000/shop:2@" + DIGEST);
  }

  @Test
  void whatIsNotResolvedIsSentAsItIsWithAWarning() throws Exception {
    engine.refuses(NGINX, 500, "dial tcp: lookup registry: no such host");
    var created = web(services(ImageResolution.ON)).execute();
    assertThat(image(task())).isEqualTo("nginx:1.13");
    assertThat(task().has("Placement")).isFalse();
    assertThat(created.warnings())
        .containsExactly(
            "slow",
            "the digest of nginx:1.13 is not known, since the engine says: dial tcp: lookup"
                + " registry: no such host. Each node looks the image up by itself, and they may"
                + " come to run different versions of it");
  }

  @Test
  void whatHasToBeResolvedAndIsNotIsAnExceptionBeforeAnythingIsMade() {
    engine.refuses(NGINX, 404, "manifest unknown");
    assertThatThrownBy(() -> web(services(ImageResolution.REQUIRED)).execute())
        .isInstanceOf(UnresolvedImageException.class)
        .hasMessageStartingWith(
            "service create of web failed: the digest of nginx:1.13 is not to be had: the engine"
                + " says: manifest unknown; nothing was changed.")
        .hasCauseInstanceOf(NotFoundException.class)
        .extracting(e -> ((UnresolvedImageException) e).image())
        .isEqualTo("nginx:1.13");
    assertThat(engine.sent()).noneMatch(sent -> sent.method().equals("POST"));
  }

  @Test
  void anAnswerWithoutADigestIsNone() {
    engine.on(NGINX, 200, "{\"Descriptor\":{\"digest\":\"nonsense\"}}");
    assertThatThrownBy(() -> web(services(ImageResolution.REQUIRED)).execute())
        .isInstanceOf(UnresolvedImageException.class)
        .hasMessageContaining("the registry gave none");
  }

  @Test
  void aDigestThatWasNamedStaysAndOnlyThePlatformsAreAskedFor() throws Exception {
    engine.on("GET /distribution/nginx:1.13@" + OTHER + "/json", 200, FOUND);
    services(ImageResolution.REQUIRED).create("web").image("nginx:1.13@" + OTHER).execute();
    assertThat(image(task())).isEqualTo("nginx:1.13@" + OTHER);
    assertThat(task().at("/Placement/Platforms")).hasToString(PLATFORMS);
  }

  @Test
  void aDigestThatWasNamedNeedsNoRegistry() throws Exception {
    var created =
        services(ImageResolution.REQUIRED).create("web").image("nginx@" + OTHER).execute();
    assertThat(image(task())).isEqualTo("nginx@" + OTHER);
    assertThat(created.warnings())
        .last()
        .asString()
        .startsWith("the platforms of nginx@sha256:cd34");
  }

  @Test
  void aPlugInIsPinnedToo() throws Exception {
    engine.on("GET /distribution/vieux/sshfs:latest/json", 200, FOUND);
    services(ImageResolution.REQUIRED)
        .create("sshfs")
        .plugin(p -> p.name("sshfs").remote("vieux/sshfs"))
        .execute();
    assertThat(task().get("Runtime").asText()).isEqualTo("plugin");
    assertThat(task().get("PluginSpec"))
        .hasToString("{\"name\":\"sshfs\",\"remote\":\"vieux/sshfs:latest@" + DIGEST + "\"}");
    assertThat(task().has("ContainerSpec")).isFalse();
    assertThat(task().at("/Placement/Platforms")).hasToString(PLATFORMS);
  }

  @Test
  void aServiceIsAPlugInOrContainers() {
    ServiceCreate both =
        services(ImageResolution.OFF).create("x").image("a").plugin(p -> p.remote("b"));
    assertThatThrownBy(both::execute)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("installs a plug-in or runs containers, and not both");
  }

  @Test
  void anIdIsNoNameThatARegistryKnows() throws Exception {
    String id = "ab".repeat(32);
    var created = services(ImageResolution.ON).create("web").container(c -> c.image(id)).execute();
    assertThat(engine.sent()).hasSize(1);
    assertThat(image(task())).isEqualTo(id);
    assertThat(created.warnings()).last().asString().contains("the ID of one");
  }

  @Test
  void aRegistryThatDoesNotAnswerIsWaitedForFiveSeconds() {
    engine.on(NGINX, 200, FOUND);
    web(services(ImageResolution.ON)).execute();
    assertThat(engine.sent())
        .extracting(CannedEngine.Sent::readTimeout)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30));
  }

  @Test
  void otherManagersAreNotAskedWhenTheRegistryIsSilent() throws Exception {
    FakeTime time = new FakeTime();
    AtomicInteger asked = new AtomicInteger();
    ScriptedEngine.Script silent =
        request -> {
          asked.incrementAndGet();
          time.pass(Duration.ofSeconds(5));
          throw new SocketTimeoutException("timeout");
        };
    SwarmClient.Builder client = SwarmClient.builder().time(time);
    for (String name : List.of("tcp://a:2375", "tcp://b:2375")) {
      SwarmTransport manager =
          new ScriptedEngine(name).on(NGINX, silent).on("POST /services/create", "{\"ID\":\"w1\"}");
      client.transport(manager);
    }
    var created = web(client.build().services()).resolveImage(ImageResolution.ON).execute();
    assertThat(asked).hasValue(1);
    assertThat(created.warnings()).first().asString().contains("there was no answer within 5 s");
  }

  // --- updates

  private Services updated(String stored, int conflicts) {
    engine
        .on(
            "GET /services/web",
            200,
            "{\"ID\":\"w1\",\"Version\":{\"Index\":7},\"Spec\":{\"Name\":\"web\",\"TaskTemplate\":"
                + "{\"ContainerSpec\":{\"Image\":\""
                + stored
                + "\"}}}}")
        .on(NGINX, 200, FOUND);
    for (int i = 0; i < conflicts; i++) {
      engine.refuses("POST /services/w1/update", 500, "update out of sequence");
    }
    engine.on("POST /services/w1/update", 200, "{\"Warnings\":null}");
    return services(ImageResolution.ON);
  }

  private long questions() {
    return engine.sent().stream().filter(s -> s.target().startsWith("/distribution")).count();
  }

  @Test
  void anUpdateThatSaysTheImageAsksAnewAlsoForTheSameTag() throws Exception {
    updated("nginx:1.13@" + OTHER, 0).update("web").image("nginx:1.13").execute();
    assertThat(image(task())).isEqualTo("nginx:1.13@" + DIGEST);
  }

  @Test
  void anUpdateOfSomethingElseLeavesTheImageAsItIs() throws Exception {
    Services services = updated("nginx:1.13", 0);
    services.update("web").env("A", "1").execute();
    services.scale("web", 3).execute();
    assertThat(questions()).isZero();
    assertThat(image(task())).isEqualTo("nginx:1.13");
  }

  @Test
  void anImageThatAnEditChangesIsResolvedToo() throws Exception {
    updated("nginx:1.12", 0).update("web").container(c -> c.image("nginx:1.13")).execute();
    assertThat(image(task())).isEqualTo("nginx:1.13@" + DIGEST);
  }

  @Test
  void theRegistryIsAskedOnceHoweverOftenTheUpdateIsRepeated() throws Exception {
    updated("nginx:1.12", 3).update("web").image("nginx:1.13").execute();
    assertThat(questions()).isEqualTo(1);
    assertThat(image(task())).isEqualTo("nginx:1.13@" + DIGEST);
  }

  @Test
  void anUpdateWarnsAndRefusesAsACreateDoes() {
    Services services = updated("nginx:1.12", 0);
    assertThat(services.update("web").image("redis:3").execute().warnings())
        .singleElement()
        .asString()
        .startsWith("the digest of redis:3 is not known");
    ServiceUpdate required =
        services.update("web").image("redis:3").resolveImage(ImageResolution.REQUIRED);
    assertThatThrownBy(required::execute)
        .isInstanceOf(UnresolvedImageException.class)
        .hasMessageStartingWith("service update of web failed");
  }
}
