package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is refused of private images before anything is started. */
class PrivateRegistryTest {
  @Test
  void anImageThatIsNamedByItsDigestCannotBePushed() {
    assertThatThrownBy(() -> SwarmCluster.dind().privateImage("app@sha256:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name it by a tag");
    assertThatThrownBy(() -> SwarmCluster.local().privateImage("app@sha256:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name it by a tag");
  }

  @Test
  void noOtherHostHasTheNameOfTheRegistry() {
    DindSwarm.Builder dind = SwarmCluster.dind().managers(1).host("registry").privateImage("app:1");
    assertThatThrownBy(dind::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("privateImage");
    LocalSwarm.Builder local =
        SwarmCluster.local().managers(1).host("registry").privateImage("app:1");
    assertThatThrownBy(local::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("privateImage");
  }
}
