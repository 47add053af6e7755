package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.Privileges;
import io.github.swarmclient.model.TmpfsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementsTest {
  private static final String BIND = "type=bind,src=/s,dst=/d,";

  private static Arguments row(String field, String since, UnaryOperator<ServiceCreate> verb) {
    return Arguments.of(field, since, verb);
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        row("a mount of type cluster", "1.42", c -> c.mount("type=cluster,src=v,dst=/d")),
        row("BindOptions.CreateMountpoint", "1.42", c -> c.mount(BIND + "bind-create-src")),
        row("Privileges.Seccomp", "1.44", c -> privileges(c, "{'Seccomp':{'Mode':'default'}}")),
        row("Privileges.AppArmor", "1.44", c -> privileges(c, "{'AppArmor':{'Mode':'default'}}")),
        row("Privileges.NoNewPrivileges", "1.44", c -> privileges(c, "{'NoNewPrivileges':true}")),
        row(
            "Healthcheck.StartInterval",
            "1.44",
            c -> c.healthcheck(h -> h.startInterval(Duration.ofSeconds(1)))),
        row(
            "BindOptions.ReadOnlyNonRecursive",
            "1.44",
            c -> c.mount(BIND + "ro,bind-recursive=writable")),
        row(
            "BindOptions.ReadOnlyForceRecursive",
            "1.44",
            c -> c.mount(BIND + "ro,bind-recursive=readonly,bind-propagation=rprivate")),
        row("VolumeOptions.Subpath", "1.45", c -> c.mount("src=v,dst=/d,volume-subpath=a")),
        row("OomScoreAdj", "1.46", c -> c.oomScoreAdj(1)),
        row(
            "TmpfsOptions.Options",
            "1.46",
            c ->
                c.mount(
                    m ->
                        m.target("/d")
                            .tmpfsOptions(
                                TmpfsOptions.builder().addOption(List.of("noexec")).build()))),
        row("a mount of type image", "1.48", c -> c.mount("type=image,src=i,dst=/d")),
        row("Resources.SwapBytes", "1.52", c -> c.limitMemory("1g").memorySwap(0)),
        row("Resources.MemorySwappiness", "1.52", c -> c.memorySwappiness(0)));
  }

  private static ServiceCreate privileges(ServiceCreate create, String privileges) {
    return create.container(c -> c.privileges(Wire.read(privileges, Privileges.class)));
  }

  @ParameterizedTest(name = "{0} needs {1}")
  @MethodSource("fields")
  void aFieldThatTheEngineLacksIsRefusedBeforeAnythingIsSent(
      String field, String since, UnaryOperator<ServiceCreate> verb) {
    CannedEngine engine = new CannedEngine();
    try (SwarmClient client =
        SwarmClient.builder().transport(engine).apiVersion(ApiVersion.of(1, 41)).build()) {
      ServiceCreate create = verb.apply(client.services().create("web").image("nginx"));
      assertThatThrownBy(create::execute)
          .isInstanceOf(UnsupportedApiException.class)
          .hasMessage(
              "service create of web failed: "
                  + field
                  + " needs API "
                  + since
                  + ", this engine has 1.41");
    }
    assertThat(engine.sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"OomScoreAdj, 0", "Init, true"})
  void whatOldEnginesDoAnywayNeedsNothing(String field, String value) {
    assertThat(Requirements.ALL)
        .noneMatch(
            r ->
                r.isIn(
                    Wire.spec(
                        "{'TaskTemplate':{'ContainerSpec':{'"
                            + field
                            + "':"
                            + value
                            + ",'Mounts':[{'Type':'bind','BindOptions':{'CreateMountpoint':false}}],"
                            + "'Healthcheck':{'StartInterval':0}}}}")));
  }

  @Test
  void anUpdateMayKeepWhatTheServiceHasAlready() {
    CannedEngine engine =
        new CannedEngine()
            .on(
                "GET /services/web",
                200,
                "{\"ID\":\"id1\",\"Version\":{\"Index\":3},\"Spec\":{\"Name\":\"web\","
                    + "\"TaskTemplate\":{\"ContainerSpec\":{\"Image\":\"nginx\"},"
                    + "\"Resources\":{\"MemorySwappiness\":5}}}}")
            .on("POST /services/id1/update", 200, "{}");
    engine.client().services().update("web").env("A", "1").execute();
    assertThat(engine.last().body()).contains("\"MemorySwappiness\":5", "\"A=1\"");
    assertThatThrownBy(() -> engine.client().services().update("web").memorySwappiness(6).execute())
        .isInstanceOf(UnsupportedApiException.class)
        .hasMessage(
            "service update of web failed: Resources.MemorySwappiness needs API 1.52, this engine"
                + " has 1.47");
    assertThat(engine.last().method()).isEqualTo("GET");
  }

  @Test
  void scalingSeveralServicesIsRefusedWhereOneWouldLoseFieldsUnlessThatIsAllowed() {
    ScriptedEngine engine =
        new ScriptedEngine()
            .on(
                "GET /services/web",
                "{\"ID\":\"id1\",\"Version\":{\"Index\":3},\"Spec\":{\"Name\":\"web\",\"TaskTemplate\":"
                    + "{\"ContainerSpec\":{\"Image\":\"nginx\",\"Healthcheck\":{\"StartInterval\":5}}}}}")
            .on("POST /services/id1/update", "{}");
    try (SwarmClient client =
        SwarmClient.builder().transport(engine).apiVersion(ApiVersion.of(1, 43)).build()) {
      ServiceScale refused = client.services().scale(Map.of("web", 2));
      assertThatThrownBy(refused::execute)
          .isInstanceOf(UnsupportedApiException.class)
          .hasMessageContaining("the service would lose Healthcheck.StartInterval (1.44)");
      assertThat(engine.writes()).isEmpty();
      client.services().scale(Map.of("web", 2)).allowLossy().execute();
    }
    assertThat(
            engine.only("POST /services/id1/update").json().at("/Mode/Replicated/Replicas").asInt())
        .isEqualTo(2);
  }

  @Test
  void networksAreFoundByTheirIdInWhatTheEngineStored() {
    CannedEngine engine =
        new CannedEngine()
            .on(
                "GET /services/web",
                200,
                "{\"ID\":\"id1\",\"Version\":{\"Index\":3},\"Spec\":{\"Name\":\"web\","
                    + "\"TaskTemplate\":{\"Networks\":[{\"Target\":\"n1\"},{\"Target\":\"n2\"}]}}}")
            .on("GET /networks/front", 200, "{\"Id\":\"n1\",\"Name\":\"front\"}")
            .on("GET /networks/back", 200, "{\"Id\":\"n2\",\"Name\":\"back\"}")
            .on("POST /services/id1/update", 200, "{}");
    engine
        .client()
        .services()
        .update("web")
        .network("name=front,alias=w")
        .removeNetwork("back")
        .execute();
    assertThat(Wire.json(engine.last().body()).at("/TaskTemplate/Networks"))
        .isEqualTo(Wire.json("[{'Target':'n1','Aliases':['w']}]"));
    assertThat(engine.sent().get(1).target()).isEqualTo("/networks/front?scope=swarm");
    assertThatThrownBy(
            () -> engine.client().services().update("web").removeNetwork("none").execute())
        .isInstanceOf(NotFoundException.class);
  }
}
