package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.UnsupportedApiException;
import io.github.swarmclient.model.AccessMode;
import io.github.swarmclient.model.ClusterVolume;
import io.github.swarmclient.model.TypeMount;
import io.github.swarmclient.model.Volume;
import io.github.swarmclient.model.VolumeAvailability;
import io.github.swarmclient.model.VolumeScope;
import io.github.swarmclient.model.VolumeSharing;
import io.github.swarmclient.testkit.PrivateImage;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one engine has besides what is its swarm's: images, volumes, logins, unused networks. */
abstract class EngineObjectsContract extends SwarmContract {
  @Test
  void unusedNetworksArePruned() {
    m.networks().create("unused").label("prune", "me").execute();
    assertThat(m.networks().prune(q -> q.label("prune=me")).networksDeleted())
        .containsExactly("unused");
  }

  @Test
  void volumesOfTheEngineAreKept() {
    Volume made = m.volumes().create("data").label("tier", "1").execute();
    assertThat(made.driver()).isEqualTo("local");
    assertThat(m.volumes().list(q -> q.label("tier", "1")).volumes())
        .extracting(Volume::name)
        .containsExactly("data");
    assertThat(m.volumes().inspect("data").labels()).containsEntry("tier", "1");
    m.volumes().remove("data");
    assertThatThrownBy(() -> m.volumes().inspect("data")).isInstanceOf(NotFoundException.class);
    m.volumes().forceRemove("data");
    assertThatThrownBy(() -> m.volumes().create("v").execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("at least two alphanumeric characters");
    m.volumes().prune(q -> q.label("none"));
  }

  @Test
  void imagesAreSavedLoadedAndTagged(@TempDir Path folder) {
    m.images().tag("alpine:latest", "r.io/team/copy:1");
    Path file = folder.resolve("copy.tar");
    m.images().save("r.io/team/copy:1", file);
    assertThat(file).isNotEmptyFile();
    m.images().remove("r.io/team/copy:1");
    assertThat(m.images().load(file)).containsExactly("r.io/team/copy:1");
    assertThat(m.images().inspect("r.io/team/copy:1").id())
        .isEqualTo(m.images().inspect("alpine:latest").id());
    m.images().remove("r.io/team/copy:1");
    Path text = folder.resolve("text");
    assertThat(text.getFileName()).hasToString("text");
    assertThatThrownBy(() -> m.images().save("none", text)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aLoginIsChecked() {
    PrivateImage secret = cluster.privateImage();
    String registry = secret.reference().substring(0, secret.reference().indexOf('/'));
    assertThat(m.auth(registry, secret.user(), secret.password()).status())
        .isEqualTo("Login Succeeded");
    assertThatThrownBy(() -> m.auth(registry, secret.user(), "wrong"))
        .isInstanceOf(EngineException.class)
        .hasMessageNotContaining("wrong");
  }

  @Test
  void aVolumeOfTheSwarmIsKeptAndMadeAvailable() {
    if (!m.apiVersion().atLeast(ApiVersion.of(1, 42))) {
      assertThatThrownBy(() -> m.volumes().create("shared").cluster(v -> v).execute())
          .isInstanceOf(UnsupportedApiException.class);
      return;
    }
    assertThatThrownBy(() -> m.volumes().create("shared").driver("csi").cluster(v -> v).execute())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("AccessMode");
    Volume made =
        m.volumes()
            .create("shared")
            .driver("csi")
            .cluster(
                v ->
                    v.group("fast")
                        .accessMode(
                            AccessMode.builder()
                                .scope(VolumeScope.SINGLE)
                                .sharing(VolumeSharing.NONE)
                                .mountVolume(TypeMount.builder().build())
                                .build()))
            .execute();
    assertThat(cluster(made).id()).hasSize(25);
    assertThat(m.volumes().list(q -> q.name("shared")).volumes()).hasSize(1);
    Volume paused = m.volumes().updateAvailability("shared", VolumeAvailability.PAUSE);
    assertThat(Objects.requireNonNull(cluster(paused).spec()).availability())
        .isEqualTo(VolumeAvailability.PAUSE);
    m.volumes().forceRemove("shared");
  }

  private static ClusterVolume cluster(Volume volume) {
    return Objects.requireNonNull(volume.clusterVolume());
  }
}
