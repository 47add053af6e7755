package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What needs no engine. */
class DindSwarmSettingsTest {

  @Test
  void aClusterHasHosts() {
    assertThatThrownBy(DindSwarm::start).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hostNamesAreDistinct() {
    DindSwarm.Builder builder = DindSwarm.builder().host("docker01");
    assertThatThrownBy(() -> builder.host("docker01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("docker01");
  }

  @Test
  void withoutTestcontainersThereIsAReason() throws Exception {
    URL classes = DindSwarm.class.getProtectionDomain().getCodeSource().getLocation();
    URL core =
        SwarmNode.class
            .getMethod("connect")
            .getReturnType()
            .getProtectionDomain()
            .getCodeSource()
            .getLocation();
    // The platform's class loader would find what is on the module path.
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes, core}, null)) {
      Class<?> swarm = loader.loadClass(DindSwarm.class.getName());
      Optional<?> reason = (Optional<?>) swarm.getMethod("unavailable").invoke(null);
      assertThat(reason).isPresent();
      assertThat(reason.orElseThrow().toString()).contains("org.testcontainers:testcontainers");
    }
  }
}
