package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.UnsupportedApiException;
import org.junit.jupiter.api.Test;

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
}
