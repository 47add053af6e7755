package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.UnsupportedApiException;
import io.github.swarmclient.model.TaskState;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedVersionsTest {
  private static SwarmClient pinned(EmbeddedSwarm swarm, int minor) {
    return SwarmClient.builder()
        .transport(swarm.node("docker01").transport())
        .apiVersion(ApiVersion.of(1, minor))
        .time(swarm.time())
        .build();
  }

  private static EmbeddedSwarm withService() {
    EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
    try (SwarmClient client = swarm.node("docker01").connect()) {
      client.init().execute();
      client
          .services()
          .create("web")
          .image("nginx")
          .oomScoreAdj(7)
          .mount("src=v,dst=/d,volume-subpath=a")
          .execute();
    }
    return swarm;
  }

  @Test
  void onlyEnginesFrom23OnRemoveTheTasksOfAJob() {
    assertThat(tasksOfARemovedJob("20.10"))
        .containsExactlyInAnyOrder(TaskState.COMPLETE, TaskState.RUNNING);
    assertThat(tasksOfARemovedJob("23")).isEmpty();
  }

  private static List<TaskState> tasksOfARemovedJob(String generation) {
    try (EmbeddedSwarm swarm = SwarmCluster.embedded().managers(1).engine(generation).start();
        SwarmClient client = swarm.connect()) {
      swarm.whenImage("short:1").exitsWith(0);
      for (String name : List.of("short", "long")) {
        client.services().create(name).image(name + ":1").replicatedJob(1, 1).execute();
      }
      swarm.advance(Duration.ofSeconds(10));
      client.services().remove("short").execute();
      client.services().remove("long").execute();
      swarm.advance(Duration.ofMinutes(1));
      return client.tasks().list().stream()
          .map(task -> Objects.requireNonNull(task.status()).state())
          .toList();
    }
  }

  @Test
  void anUpdateThatWouldStripFieldsIsRefused() {
    try (EmbeddedSwarm swarm = withService();
        SwarmClient client = pinned(swarm, 44)) {
      assertThatThrownBy(() -> client.services().scale("web", 2).execute())
          .isInstanceOf(UnsupportedApiException.class)
          .hasMessage(
              "service update of web failed: the service would lose VolumeOptions.Subpath (1.45),"
                  + " OomScoreAdj (1.46): this client was told to talk API 1.44 to an engine of"
                  + " 1.51; let it talk the engine's own, or say allowLossy()");
      assertThat(client.services().inspect("web").previousSpec()).isNull();
    }
  }

  @Test
  void anUpdateThatMayLoseFieldsGoesOn() {
    try (EmbeddedSwarm swarm = withService();
        SwarmClient client = pinned(swarm, 44)) {
      client.services().update("web").replicas(2).allowLossy().execute();
      assertThat(client.services().inspect("web").previousSpec()).isNotNull();
    }
  }

  @Test
  void anUpdateThatTakesTheFieldsAwayLosesNothing() {
    try (EmbeddedSwarm swarm = withService();
        SwarmClient client = pinned(swarm, 44)) {
      client.services().update("web").removeMount("/d").oomScoreAdj(0).execute();
      assertThat(client.services().inspect("web").previousSpec()).isNotNull();
    }
  }

  @Test
  void aVersionThatHasTheFieldsLosesNothing() {
    try (EmbeddedSwarm swarm = withService();
        SwarmClient client = pinned(swarm, 46)) {
      client.services().scale("web", 2).execute();
      assertThat(client.services().inspect("web").previousSpec()).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "20.10.24,1.41,1.12",
    "23.0.6,1.42,1.12",
    "24.0.9,1.43,1.12",
    "25.0.5,1.44,1.24",
    "26.1.5,1.45,1.24",
    "27.1.1,1.46,1.24",
    "27.5.1,1.47,1.24",
    "28.0.4,1.48,1.24",
    "28.1.1,1.49,1.24",
    "28.2.2,1.50,1.24",
    "28.5.2,1.51,1.24",
    "29.1.0,1.52,1.44",
    "29.2.0,1.53,1.44",
    "29.5.0,1.54,1.40",
    "29.7.2,1.55,1.40"
  })
  void everyReleaseSpeaksItsVersions(String release, String newest, String oldest) {
    EmbeddedSwarm.Builder builder = EmbeddedSwarm.builder().host("docker01");
    try (EmbeddedSwarm swarm = builder.engineVersion(release).start();
        SwarmClient client = swarm.node("docker01").connect()) {
      assertThat(client.apiVersion()).hasToString(newest);
      assertThat(client.version().minApiVersion()).isEqualTo(oldest);
      Wire wire = Wire.to(swarm.node("docker01"));
      int newer = Integer.parseInt(newest.substring(2)) + 1;
      assertThat(wire.get("/v1." + newer + "/info").message())
          .isEqualTo(
              "client version 1."
                  + newer
                  + " is too new. Maximum supported API version is "
                  + newest);
      int older = Integer.parseInt(oldest.substring(2)) - 1;
      assertThat(wire.get("/v1." + older + "/info").text())
          .contains("client version 1." + older + " is too old", oldest);
    }
  }

  @Test
  void aVersionThatIsNoneIsRefused() {
    assertThatThrownBy(() -> EmbeddedSwarm.builder().engineVersion("19.03.15"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("19.03.15");
    assertThatThrownBy(() -> EmbeddedSwarm.builder().engineVersion("newest"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Where a field is, what it is, and the first version that keeps it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/TaskTemplate/ContainerSpec/Sysctls; {'a':'b'}; 40",
        "/TaskTemplate/Placement/MaxReplicas; 3; 40",
        "/TaskTemplate/ContainerSpec/CapabilityAdd; ['NET_ADMIN']; 41",
        "/TaskTemplate/ContainerSpec/CapabilityDrop; ['NET_ADMIN']; 41",
        "/TaskTemplate/ContainerSpec/Ulimits; [{'Name':'nofile','Soft':1,'Hard':2}]; 41",
        "/TaskTemplate/Resources/Limits/Pids; 7; 41",
        "/Mode/ReplicatedJob; {}; 41",
        "/Mode/GlobalJob; {}; 41",
        "/TaskTemplate/ContainerSpec/Privileges/Seccomp; {'Mode':'unconfined'}; 44",
        "/TaskTemplate/ContainerSpec/Privileges/AppArmor; {'Mode':'disabled'}; 44",
        "/TaskTemplate/ContainerSpec/Privileges/NoNewPrivileges; true; 44",
        "/TaskTemplate/ContainerSpec/Healthcheck/StartInterval; 2000000000; 44",
        "/TaskTemplate/ContainerSpec/OomScoreAdj; 9; 46",
        "/TaskTemplate/Resources/SwapBytes; 9; 52",
        "/TaskTemplate/Resources/MemorySwappiness; 9; 52"
      })
  void aFieldIsDroppedByVersionsThatDoNotHaveIt(String at, String value, int since) {
    EmbeddedSwarm.Builder builder = EmbeddedSwarm.builder().host("docker01");
    try (EmbeddedSwarm swarm =
        builder.engineVersion("29.7.2").minApiVersion("1.24").keepsUnknownMembers(false).start()) {
      Wire wire = Wire.to(swarm.node("docker01"));
      wire.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
      for (int minor : new int[] {since - 1, since}) {
        ObjectNode spec =
            Wire.json("{'Name':'v" + minor + "','TaskTemplate':{'ContainerSpec':{'Image':'x'}}}");
        JsonPointer pointer = JsonPointer.compile(at);
        spec.withObject(pointer.head())
            .set(pointer.last().getMatchingProperty(), Wire.read(value.replace('\'', '"')));
        Wire.Answer answer = wire.post("/v1." + minor + "/services/create", spec);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        boolean kept = !wire.get("/services/v" + minor).json().at("/Spec" + at).isMissingNode();
        assertThat(kept).as("kept by 1." + minor).isEqualTo(minor == since);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"cluster,20.10.24,23.0.6", "image,27.5.1,28.0.4"})
  void aMountThatTheEngineDoesNotKnowIsRefused(String type, String old, String young) {
    for (String engine : new String[] {old, young}) {
      EmbeddedSwarm.Builder builder = EmbeddedSwarm.builder().host("docker01");
      try (EmbeddedSwarm swarm = builder.engineVersion(engine).start()) {
        Wire wire = Wire.to(swarm.node("docker01"));
        wire.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377'}");
        Wire.Answer answer =
            wire.post(
                "/services/create",
                "{'Name':'web','TaskTemplate':{'ContainerSpec':{'Image':'x','Mounts':[{'Type':'"
                    + type
                    + "','Source':'s','Target':'/t'}]}}}");
        assertThat(answer.status()).isEqualTo(engine.equals(young) ? 201 : 400);
      }
    }
  }
}
