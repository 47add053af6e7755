package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.FormationReport.Change;
import io.github.swarmclient.FormationReport.Host;
import io.github.swarmclient.ScriptedEngine.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwarmFormationTest {
  private final FakeTime time = new FakeTime();
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final SwarmClient m = client("docker01");
  private final SwarmClient w2 = client("docker02");
  private final SwarmClient w3 = client("docker03");

  private SwarmClient client(String host) {
    return swarm.engine(host).client(time);
  }

  private List<String> writes(String host) {
    return swarm.engine(host).writes();
  }

  @Test
  void freshHostsBecomeASwarm() {
    FormationReport report =
        SwarmFormation.on(m).advertiseAddr("172.16.6.31").workers(w2, w3).form();
    assertThat(report.hosts())
        .extracting(Host::change)
        .containsExactly(Change.INITIALIZED, Change.JOINED, Change.JOINED);
    assertThat(report.changed()).isTrue();
    assertThat(swarm.engine("docker01").only("POST /swarm/init").json().path("AdvertiseAddr"))
        .hasToString("\"172.16.6.31\"");
    ScriptedEngine.Request join = swarm.engine("docker02").only("POST /swarm/join");
    assertThat(join.json().path("JoinToken").asText()).isEqualTo(ScriptedSwarm.WORKER_TOKEN);
    assertThat(join.json().path("RemoteAddrs").toString()).isEqualTo("[\"docker01:2377\"]");
    assertThat(m.nodes().list()).hasSize(3);
    assertThat(report.pretty()).contains("docker02").contains("joined").doesNotContain("SWMTKN");
  }

  @Test
  void formedSwarmStaysAsItIs() {
    SwarmFormation.on(m).workers(w2, w3).form();
    int before = writes("docker01").size() + writes("docker02").size() + writes("docker03").size();
    FormationReport again = SwarmFormation.on(m).advertiseAddr("10.1.1.1").workers(w2, w3).form();
    assertThat(again.changed()).isFalse();
    assertThat(again.hosts()).extracting(Host::change).containsOnly(Change.NONE);
    assertThat(writes("docker01").size() + writes("docker02").size() + writes("docker03").size())
        .isEqualTo(before);
  }

  @Test
  void halfFormedSwarmIsCompleted() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    FormationReport report = SwarmFormation.on(m).workers(w2, w3).form();
    assertThat(report.hosts())
        .extracting(Host::change)
        .containsExactly(Change.NONE, Change.NONE, Change.JOINED);
    assertThat(writes("docker01")).isEmpty();
    assertThat(writes("docker02")).isEmpty();
  }

  @Test
  void managersJoinAsManagers() {
    SwarmFormation.on(m).managers(w2, w3).form();
    assertThat(swarm.engine("docker02").only("POST /swarm/join").json().path("JoinToken").asText())
        .isEqualTo(ScriptedSwarm.MANAGER_TOKEN);
    assertThat(m.nodes().list()).allMatch(NodeFacts::isReachableManager);
  }

  @Test
  void rolesThatDifferAreChanged() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    swarm.add("docker03", "manager");
    FormationReport report = SwarmFormation.on(m).managers(w2).workers(w3).form();
    assertThat(report.hosts())
        .extracting(Host::change)
        .containsExactly(Change.NONE, Change.PROMOTED, Change.DEMOTED);
    assertThat(writes("docker01")).hasSize(2);
  }

  @Test
  void joinAddressIsTheManagersOwnAmongThoseItKnows() {
    swarm.add("docker01", "manager");
    swarm
        .engine("docker01")
        .on(
            "GET /info",
            "{\"Swarm\":{\"NodeID\":\"iddocker01\",\"NodeAddr\":\"docker01\",\"LocalNodeState\":"
                + "\"active\",\"ControlAvailable\":true,\"RemoteManagers\":[{\"NodeID\":\"z\","
                + "\"Addr\":\"10.0.0.9:2377\"},{\"NodeID\":\"iddocker01\",\"Addr\":"
                + "\"10.0.0.1:2399\"}]}}");
    SwarmFormation.on(m).workers(w2).form();
    assertThat(swarm.engine("docker02").only("POST /swarm/join").json().path("RemoteAddrs"))
        .hasToString("[\"10.0.0.1:2399\"]");
  }

  @Test
  void memberOfAnotherSwarmIsRefusedBeforeAnythingIsChanged() {
    swarm.host("docker03").state = "active";
    swarm.host("docker03").nodeId = "elsewhere";
    FormationException refused =
        catchThrowableOfType(
            FormationException.class, () -> SwarmFormation.on(m).workers(w2, w3).form());
    assertThat(refused.host()).isEqualTo("tcp://docker03:2375");
    assertThat(refused)
        .hasMessage(
            "swarm formation failed: tcp://docker03:2375 is in another swarm, or was removed from"
                + " this one by force; leave() it first; nothing was changed");
    swarm.add("docker01", "manager");
    assertThatExceptionOfType(FormationException.class)
        .isThrownBy(() -> SwarmFormation.on(m).workers(w2, w3).form());
    assertThat(writes("docker01")).isEmpty();
    assertThat(writes("docker02")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "error"})
  void hostThatIsNotWellIsRefused(String state) {
    swarm.host("docker02").state = state;
    swarm.host("docker02").error = "because";
    assertThatExceptionOfType(FormationException.class)
        .isThrownBy(() -> SwarmFormation.on(m).workers(w2).form())
        .withMessageContaining("its part in a swarm is " + state + " (because)");
    assertThat(writes("docker01")).isEmpty();
  }

  @Test
  void workerIsNoManagerToBeginOn() {
    swarm.add("docker01", "worker");
    assertThatExceptionOfType(FormationException.class)
        .isThrownBy(() -> SwarmFormation.on(m).workers(w2).form())
        .withMessageContaining("is a worker");
    assertThat(writes("docker02")).isEmpty();
  }

  @Test
  void hostThatIsJoiningIsWaitedFor() {
    swarm.add("docker01", "manager");
    swarm.host("docker02").state = "pending";
    time.then(() -> {}).then(() -> swarm.add("docker02", "worker"));
    FormationReport report = SwarmFormation.on(m).workers(w2).form();
    assertThat(report.hosts()).extracting(Host::change).containsOnly(Change.NONE);
    assertThat(writes("docker02")).isEmpty();
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void joinThatGoesOnInTheBackgroundIsWaitedFor() {
    swarm
        .engine("docker02")
        .on(
            "POST /swarm/join",
            request -> {
              swarm.host("docker02").state = "active";
              return Answer.refusal(503, "Timeout was reached before node joined. The attempt");
            });
    time.then(() -> swarm.add("docker02", "worker"));
    swarm.host("docker02").nodeId = "iddocker02";
    FormationReport report = SwarmFormation.on(m).workers(w2).form();
    assertThat(report.hosts().get(1).change()).isEqualTo(Change.JOINED);
  }

  @Test
  void managerThatCannotBeReachedIsSaidAtOnce() {
    swarm
        .engine("docker02")
        .on(
            "POST /swarm/join",
            request ->
                Answer.refusal(503, "rpc error: code = Unavailable desc = connection error"));
    SwarmStateException refused =
        catchThrowableOfType(
            SwarmStateException.class, () -> SwarmFormation.on(m).workers(w2).form());
    assertThat(refused.state()).isEqualTo(SwarmStateException.State.MANAGER_UNREACHABLE);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void nodesAreAwaitedUntilTheyAreReady() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    swarm.set("iddocker02", "Status", "State", "unknown");
    time.then(() -> {}).then(() -> swarm.set("iddocker02", "Status", "State", "ready"));
    SwarmFormation.on(m).workers(w2).form();
    assertThat(time.sleeps()).hasSize(2);
  }

  @Test
  void waitEndsInTimeAndNamesWhoIsMissing() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    swarm.set("iddocker02", "Status", "State", "down");
    assertThatExceptionOfType(WaitException.class)
        .isThrownBy(() -> SwarmFormation.on(m).workers(w2).within(Duration.ofSeconds(5)).form())
        .withMessageContaining("tcp://docker02:2375=down");
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void hostGivenTwiceIsAMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SwarmFormation.on(m).workers(w2).managers(w2));
    assertThatIllegalArgumentException().isThrownBy(() -> SwarmFormation.on(m).workers(m));
    SwarmClient several =
        SwarmClient.builder()
            .transport(swarm.engine("docker02"))
            .transport(swarm.engine("docker03"))
            .build();
    assertThatIllegalStateException().isThrownBy(() -> SwarmFormation.on(several));
    assertThatIllegalStateException().isThrownBy(() -> SwarmFormation.on(m).workers(several));
  }

  @Test
  void wrongAddressIsSaidAtOnce() {
    swarm
        .engine("docker02")
        .on(
            "GET /_ping",
            request -> {
              throw new io.github.swarmclient.transport.NotConnectedException("refused", null);
            });
    assertThatExceptionOfType(TransportException.class)
        .isThrownBy(() -> SwarmFormation.on(m).workers(w2).form());
    assertThat(time.sleeps()).isEmpty();
    assertThat(writes("docker01")).isEmpty();
  }
}
