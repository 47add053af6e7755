package io.github.swarmclient.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.DeniedException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.EventStream;
import io.github.swarmclient.EventWatch;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.SwarmEvent;
import io.github.swarmclient.model.Bytes;
import io.github.swarmclient.model.Config;
import io.github.swarmclient.model.ConfigSpec;
import io.github.swarmclient.model.DistributionInspect;
import io.github.swarmclient.model.EngineEvent;
import io.github.swarmclient.model.EventAction;
import io.github.swarmclient.model.EventType;
import io.github.swarmclient.model.IpamConfig;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.Secret;
import io.github.swarmclient.model.SecretSpec;
import io.github.swarmclient.testkit.PrivateImage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What engines have to do alike with secrets, configs, networks and events. */
abstract class ObjectsContract extends SwarmContract {
  private String read(String service, String... command) {
    return m.tasks().exec(m.services().tasks(service).running().get(0).task(), command).stdout();
  }

  private static SecretSpec spec(Secret secret) {
    return Objects.requireNonNull(secret.spec());
  }

  private static ConfigSpec spec(Config config) {
    return Objects.requireNonNull(config.spec());
  }

  @Test
  void aSecretIsKeptAndNotGivenBack() {
    String id = m.secrets().create("s1.key").data("hush").label("tier", "1").execute().id();
    Secret secret = m.secrets().inspect("s1.key");
    assertThat(secret.id()).isEqualTo(id);
    assertThat(spec(secret).data()).isNull();
    assertThat(spec(secret).labels()).containsEntry("tier", "1");
    assertThat(m.secrets().inspect(String.valueOf(id).substring(0, 12))).isEqualTo(secret);
    assertThat(m.secrets().list(q -> q.name("s1."))).extracting(Secret::id).containsExactly(id);
    assertThat(m.secrets().list(q -> q.label("tier", "2"))).isEmpty();
    assertThatThrownBy(() -> m.secrets().create("s1.key").data("other").execute())
        .isInstanceOf(ConflictException.class)
        .hasMessageNotContaining("other");
    m.secrets().remove("s1.key");
    assertThatThrownBy(() -> m.secrets().inspect("s1.key")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> m.secrets().remove("s1.key")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void labelsOfASecretChangeAndNothingElse() {
    m.secrets().create("s2").data("hush").label("a", "1").execute();
    Secret updated = m.secrets().update("s2").label("b", "2").removeLabel("a").execute();
    assertThat(spec(updated).labels()).containsOnlyKeys("b");
    sleeper("s2-user").secret("s2").await();
    assertThat(read("s2-user", "cat", "/run/secrets/s2")).isEqualTo("hush");
    m.services().remove("s2-user").awaitGone();
  }

  @Test
  void aConfigIsGivenBackAlsoAfterItsLabelsChanged() {
    byte[] data = new byte[256];
    IntStream.range(0, 256).forEach(i -> data[i] = (byte) i);
    m.configs().create("c1").data(data).execute();
    m.configs().update("c1").label("a", "1").execute();
    ConfigSpec spec = spec(m.configs().inspect("c1"));
    assertThat(spec.data()).isEqualTo(Bytes.of(data));
    assertThat(spec.labels()).containsEntry("a", "1");
    m.configs().remove("c1");
    assertThatThrownBy(() -> m.configs().inspect("c1")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void theBoundsAreThoseOfTheEngine() {
    m.secrets().create("s3").data("x".repeat(511_999)).execute();
    m.configs().create("c3").data("x".repeat(1_023_999)).execute();
    assertThatThrownBy(() -> m.secrets().create("s3b").data("x".repeat(512_000)).execute())
        .isInstanceOf(IllegalArgumentException.class);
    m.secrets().create("a".repeat(64)).data("x").execute();
  }

  @Test
  void filesOfAServiceAreWhereTheyWereWanted() {
    m.secrets().create("s4").data("hush").execute();
    m.configs().create("c4").data("loud").execute();
    sleeper("files")
        .secret("s4")
        .secret("s4", f -> f.target("/etc/s4.key").uid(33).gid(44).mode(0400))
        .config("c4")
        .config("c4", f -> f.target("/etc/c4.conf").mode(0640))
        .await();
    assertThat(read("files", "cat", "/run/secrets/s4", "/etc/s4.key")).isEqualTo("hushhush");
    assertThat(read("files", "cat", "/c4", "/etc/c4.conf")).isEqualTo("loudloud");
    assertThatThrownBy(() -> m.secrets().remove("s4"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("files");
    assertThatThrownBy(() -> m.configs().remove("c4")).isInstanceOf(RefusedException.class);
    m.services().remove("files").awaitGone();
    m.secrets().remove("s4");
    m.configs().remove("c4");
  }

  @Test
  void aSecretIsRotatedUnderItsFile() {
    m.secrets().create("s5.v1").data("old").execute();
    m.secrets().create("s5.v2").data("new").execute();
    sleeper("rotated").secret("s5.v1", f -> f.target("password")).await();
    assertThat(read("rotated", "cat", "/run/secrets/password")).isEqualTo("old");
    m.services()
        .update("rotated")
        .removeSecret("s5.v1")
        .secret("s5.v2", f -> f.target("password"))
        .await();
    assertThat(read("rotated", "cat", "/run/secrets/password")).isEqualTo("new");
    m.secrets().remove("s5.v1");
    m.services().remove("rotated").awaitGone();
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    m.secrets().create("s6.other").data("x").execute();
    assertThatThrownBy(() -> sleeper("none").secret("s6").execute())
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("secret not found: s6");
    assertThat(m.services().list().named("none")).isEmpty();
  }

  @Test
  void aNetworkIsAsItWasWanted() {
    String id =
        m.networks()
            .create("n1")
            .attachable()
            .internal()
            .subnet("10.77.0.0/24", s -> s.gateway("10.77.0.1"))
            .option("com.docker.network.driver.mtu", "1400")
            .label("tier", "1")
            .execute()
            .id();
    // The swarm tells the driver and the addresses as soon as it has allocated them.
    until("n1 is allocated", () -> "overlay".equals(m.networks().inspect("n1").driver()));
    Network network = m.networks().inspect("n1");
    assertThat(network.id()).isEqualTo(id);
    assertThat(network.scope()).isEqualTo("swarm");
    assertThat(network.attachable()).isTrue();
    assertThat(network.internal()).isTrue();
    assertThat(network.labels()).containsEntry("tier", "1");
    assertThat(network.options()).containsEntry("com.docker.network.driver.mtu", "1400");
    assertThat(Objects.requireNonNull(network.ipam()).config())
        .containsExactly(IpamConfig.builder().subnet("10.77.0.0/24").gateway("10.77.0.1").build());
    assertThat(m.networks().list(q -> q.label("tier", "1").driver("overlay").scope("swarm")))
        .extracting(Network::name)
        .containsExactly("n1");
    assertThatThrownBy(() -> m.networks().create("n1").execute())
        .isInstanceOf(ConflictException.class);
    m.networks().remove("n1").execute();
    assertThatThrownBy(() -> m.networks().inspect("n1")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aSecondIngressNetworkAndAWrongSubnetAreRefused() {
    assertThatThrownBy(() -> m.networks().create("n2").ingress().execute())
        .isInstanceOf(ConflictException.class);
    // Engines before 23 say that it is their own fault.
    assertThatThrownBy(() -> m.networks().create("n2").subnet("10.78.0.0").execute())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("10.78.0.0");
    assertThatThrownBy(() -> m.networks().remove("bridge").execute())
        .isInstanceOf(DeniedException.class);
  }

  @Test
  void aNetworkGoesWhenItsTasksHaveStopped() {
    m.networks().create("n3").execute();
    sleeper("on-n3").network("n3").await();
    assertThatThrownBy(() -> m.networks().remove("n3").awaitGone())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("in use by service");
    m.services().remove("on-n3").execute();
    m.networks().remove("n3").awaitGone();
    assertThatThrownBy(() -> m.networks().inspect("n3")).isInstanceOf(NotFoundException.class);
  }

  private static String told(EngineEvent event) {
    return event.type()
        + " "
        + event.action()
        + " "
        + Objects.requireNonNull(event.actor()).attributes().get("name");
  }

  @Test
  void whatHappensIsTold() {
    try (EventStream events =
        m.events().type(EventType.SECRET).type(EventType.CONFIG).scope("swarm").open()) {
      m.secrets().create("s7").data("x").execute();
      m.secrets().update("s7").label("a", "1").execute();
      m.networks().create("n7").execute();
      m.configs().create("c7").data("x").execute();
      m.secrets().remove("s7");
      assertThat(List.of(events.next(), events.next(), events.next(), events.next()))
          .extracting(ObjectsContract::told)
          .containsExactly(
              "secret create s7", "secret update s7", "config create c7", "secret remove s7");
    }
    m.networks().remove("n7").execute();
  }

  @Test
  void whatHappenedIsToldFromATimeToATime() throws InterruptedException {
    try (EventStream before = m.events().action(EventAction.CREATE).open()) {
      m.configs().create("c8").data("x").execute();
      long nanos = Objects.requireNonNull(before.next().timeNano());
      Instant at = Instant.ofEpochSecond(0, nanos);
      cluster.time().sleep(ofSeconds(1));
      try (EventStream again =
          m.events().of(EventType.CONFIG, "c8").since(at).until(at.plusNanos(1)).open()) {
        assertThat(again.events().map(ObjectsContract::told)).containsExactly("config create c8");
      }
    }
  }

  @Test
  void aWatchOutlivesItsConnection() {
    try (EventWatch watch = m.events().type(EventType.CONFIG).reconnecting()) {
      m.configs().create("c9.before").data("x").execute();
      assertThat(told(watch.next().event().orElseThrow())).isEqualTo("config create c9.before");
      cluster.node("docker01").stop();
      cluster.node("docker01").start();
      SwarmEvent gap = watch.next();
      assertThat(gap.gap()).as(gap.toString()).isPresent();
      until("docker01 is a manager again", () -> answers(m));
      m.configs().create("c9.after").data("x").execute();
      // An engine that was restarted may tell once more what it did before.
      Stream<String> told =
          watch.events().flatMap(event -> event.event().stream()).map(ObjectsContract::told);
      assertThat(told.anyMatch("config create c9.after"::equals)).isTrue();
    }
  }

  @Test
  void aRegistryIsAskedForADigest() {
    PrivateImage image = cluster.privateImage();
    DistributionInspect found =
        m.distribution(image.reference()).registryAuth(image.user(), image.password()).inspect();
    assertThat(Objects.requireNonNull(found.descriptor()).digest()).startsWith("sha256:");
    assertThat(found.platforms()).isNotEmpty();
    assertThatThrownBy(() -> m.distribution(image.reference()).inspect())
        .isInstanceOf(DeniedException.class);
  }
}
