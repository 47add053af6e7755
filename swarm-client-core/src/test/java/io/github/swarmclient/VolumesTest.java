package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.AccessMode;
import io.github.swarmclient.model.CapacityRange;
import io.github.swarmclient.model.ClusterVolumeSecret;
import io.github.swarmclient.model.TypeMount;
import io.github.swarmclient.model.Volume;
import io.github.swarmclient.model.VolumeAvailability;
import io.github.swarmclient.model.VolumeScope;
import io.github.swarmclient.model.VolumeSharing;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumesTest {
  private static final String CLUSTER =
      "{\"Name\":\"shared\",\"ClusterVolume\":{\"ID\":\"v1\",\"Version\":{\"Index\":%d},"
          + "\"Spec\":{\"Group\":\"g\",\"Availability\":\"active\",\"Future\":1}}}";

  private final ScriptedEngine engine =
      new ScriptedEngine().on("POST /volumes/create", "{\"Name\":\"data\"}");
  private final Volumes volumes = engine.client().volumes();

  @Test
  void aVolumeIsMadeByADriver() {
    Volume made =
        volumes
            .create("data")
            .driver("local")
            .option("type", "tmpfs")
            .label("team", "blue")
            .execute();
    assertThat(made.name()).isEqualTo("data");
    assertThat(engine.only("POST /volumes/create").body())
        .isEqualTo(
            "{\"Driver\":\"local\",\"DriverOpts\":{\"type\":\"tmpfs\"},\"Labels\":{\"team\":"
                + "\"blue\"},\"Name\":\"data\"}");
  }

  @Test
  void aClusterVolumeSaysHowItMayBeUsed() {
    volumes
        .create("shared")
        .driver("csi")
        .cluster(
            c ->
                c.group("g")
                    .accessMode(
                        AccessMode.builder()
                            .scope(VolumeScope.MULTI)
                            .sharing(VolumeSharing.ALL)
                            .mountVolume(TypeMount.builder().build())
                            .build())
                    .capacityRange(CapacityRange.builder().requiredBytes(1L << 30).build())
                    .addSecret(ClusterVolumeSecret.builder().key("k").secret("s").build())
                    .availability(VolumeAvailability.ACTIVE))
        .execute();
    assertThat(engine.only("POST /volumes/create").json().path("ClusterVolumeSpec"))
        .hasToString(
            "{\"Group\":\"g\",\"AccessMode\":{\"Scope\":\"multi\",\"Sharing\":\"all\","
                + "\"MountVolume\":{}},\"CapacityRange\":{\"RequiredBytes\":1073741824},"
                + "\"Secrets\":[{\"Key\":\"k\",\"Secret\":\"s\"}],\"Availability\":\"active\"}");
  }

  @Test
  void anEngineThatKnowsNoClusterVolumesIsNotAskedForOne() {
    engine.on(
        "GET /_ping",
        request -> new ScriptedEngine.Answer(200, Map.of("Api-Version", "1.41"), "OK"));
    assertThatThrownBy(() -> volumes.create("shared").cluster(c -> c).execute())
        .isInstanceOf(UnsupportedApiException.class)
        .hasMessageContaining("cluster volumes needs API 1.42, this engine has 1.41");
    assertThatThrownBy(() -> volumes.updateAvailability("shared", VolumeAvailability.DRAIN))
        .isInstanceOf(UnsupportedApiException.class);
    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void listsAreFilteredAndWarn() {
    engine.on("GET /volumes", "{\"Volumes\":[{\"Name\":\"data\"}],\"Warnings\":[\"slow\"]}");
    assertThat(volumes.list().warnings()).containsExactly("slow");
    volumes.list(q -> q.name("d").label("a", "b").driver("local").dangling());
    assertThat(engine.requests().get(1).query())
        .isEqualTo(
            "filters={\"name\":[\"d\"],\"label\":[\"a=b\"],\"driver\":[\"local\"],"
                + "\"dangling\":[\"true\"]}");
  }

  @Test
  void availabilityIsWrittenOverTheVersionThatWasRead() {
    engine
        .on(
            "GET /volumes/shared",
            request -> ScriptedEngine.Answer.json(CLUSTER.formatted(7)),
            request -> ScriptedEngine.Answer.json(CLUSTER.formatted(8)))
        .on(
            "PUT /volumes/v1",
            request -> ScriptedEngine.Answer.refusal(500, "update out of sequence"),
            request -> ScriptedEngine.Answer.json(""));
    volumes.updateAvailability("shared", VolumeAvailability.DRAIN);
    assertThat(engine.writes())
        .containsExactly("PUT /v1.45/volumes/v1?version=7", "PUT /v1.45/volumes/v1?version=8");
    assertThat(engine.requests().get(1).body())
        .isEqualTo("{\"Spec\":{\"Group\":\"g\",\"Availability\":\"drain\",\"Future\":1}}");
  }

  @Test
  void anEnginesOwnVolumeHasNoAvailability() {
    engine.on("GET /volumes/data", "{\"Name\":\"data\"}");
    assertThatThrownBy(() -> volumes.updateAvailability("data", VolumeAvailability.PAUSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("volume update of data failed: it is no cluster volume");
    assertThat(engine.writes()).isEmpty();
  }

  @Test
  void volumesAreRemovedAndPruned() {
    engine
        .on("DELETE /volumes/data", "")
        .on("POST /volumes/prune", "{\"VolumesDeleted\":[\"x\"],\"SpaceReclaimed\":5}");
    volumes.remove("data");
    volumes.forceRemove("data");
    assertThat(volumes.prune().volumesDeleted()).containsExactly("x");
    volumes.prune(q -> q.named().label("a"));
    assertThat(engine.writes())
        .startsWith(
            "DELETE /v1.45/volumes/data",
            "DELETE /v1.45/volumes/data?force=true",
            "POST /v1.45/volumes/prune");
    assertThat(engine.requests().get(3).query())
        .isEqualTo("filters={\"all\":[\"true\"],\"label\":[\"a\"]}");
    engine.refuse("DELETE /volumes/data", 409, "volume is in use - [c1]");
    assertThatThrownBy(() -> volumes.remove("data"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("volume removal of data failed");
  }
}
