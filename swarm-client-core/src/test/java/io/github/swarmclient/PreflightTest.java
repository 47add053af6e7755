package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.swarmclient.PortCheck.Outcome;
import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.TcpProbe.Knock;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.transport.NotConnectedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  private final FakeTime time = new FakeTime();
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final Map<String, Knock> network = new HashMap<>();
  private final List<String> knocks = new ArrayList<>();

  private PreflightReport check(String... hosts) {
    SwarmClient[] clients = new SwarmClient[hosts.length];
    for (int i = 0; i < hosts.length; i++) {
      clients[i] = swarm.engine(hosts[i]).client(time);
    }
    return Preflight.between(clients).probe(this::knock).run();
  }

  private Knock knock(String host, int port) {
    knocks.add(host + ":" + port);
    return network.getOrDefault(host + ":" + port, Knock.REFUSED);
  }

  private static PortCheck port(PreflightReport report, int host, PortProtocol protocol, int port) {
    return report.hosts().get(host).ports().stream()
        .filter(check -> check.port() == port && check.protocol().equals(protocol))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hostsWithoutASwarmAreFineButTheirPortsAreNotVerified() {
    PreflightReport report = check("docker01", "docker02", "docker03");
    assertThat(report.ok()).isTrue();
    assertThat(report.hosts())
        .extracting(HostCheck::hostname)
        .containsExactly("docker01", "docker02", "docker03");
    HostCheck host = report.hosts().get(0);
    assertThat(host.connection()).isEqualTo("tcp://docker01:2375");
    assertThat(host.engineVersion()).isEqualTo("29.0.1");
    assertThat(host.apiVersion()).isEqualTo(ApiVersion.of(1, 45));
    assertThat(host.platform()).isEqualTo("linux/x86_64");
    assertThat(host.clockSkew()).isEqualTo(Duration.ZERO);
    assertThat(host.swarmState()).isEqualTo(LocalNodeState.INACTIVE);
    assertThat(report.hosts())
        .allSatisfy(
            each ->
                assertThat(each.ports())
                    .hasSize(4)
                    .allSatisfy(
                        port -> assertThat(port.outcome()).isEqualTo(Outcome.NOT_VERIFIABLE)));
    assertThat(port(report, 0, PortProtocol.TCP, 2377).reason())
        .contains("before it is in a swarm");
    assertThat(knocks).contains("docker01:2377", "docker01:7946", "docker03:7946");
  }

  @Test
  void nothingIsChanged() {
    check("docker01");
    assertThat(swarm.engine("docker01").writes()).isEmpty();
  }

  @Test
  void portsOfASwarmAreVerified() {
    swarm.add("docker01", "manager");
    swarm.add("docker02", "worker");
    for (String open : List.of("docker01:2377", "docker01:7946", "docker02:7946")) {
      network.put(open, Knock.CONNECTED);
    }
    PreflightReport report = check("docker01", "docker02");
    assertThat(report.problems()).isEmpty();
    assertThat(port(report, 0, PortProtocol.TCP, 2377).outcome()).isEqualTo(Outcome.REACHABLE);
    assertThat(port(report, 1, PortProtocol.TCP, 7946).outcome()).isEqualTo(Outcome.REACHABLE);
    assertThat(port(report, 1, PortProtocol.TCP, 2377).outcome()).isEqualTo(Outcome.NOT_VERIFIABLE);
    assertThat(port(report, 0, PortProtocol.UDP, 4790).outcome()).isEqualTo(Outcome.NOT_VERIFIABLE);
    assertThat(port(report, 1, PortProtocol.UDP, 7946).reason()).contains("UDP");
    assertThat(knocks).doesNotContain("docker02:2377");
  }

  @ParameterizedTest
  @CsvSource({"REFUSED, REFUSED", "SILENT, UNREACHABLE"})
  void closedPortOfASwarmIsAProblem(Knock knock, Outcome outcome) {
    swarm.add("docker01", "manager");
    network.put("docker01:2377", knock);
    network.put("docker01:7946", Knock.CONNECTED);
    PreflightReport report = check("docker01");
    assertThat(report.ok()).isFalse();
    assertThat(port(report, 0, PortProtocol.TCP, 2377).outcome()).isEqualTo(outcome);
    assertThat(report.problems()).hasSize(1).allSatisfy(p -> assertThat(p).contains("2377"));
  }

  @Test
  void silenceWithoutASwarmIsAProblemForAClosedPortRefuses() {
    network.put("docker01:7946", Knock.SILENT);
    PreflightReport report = check("docker01");
    assertThat(report.ok()).isFalse();
    assertThat(port(report, 0, PortProtocol.TCP, 7946).outcome()).isEqualTo(Outcome.UNREACHABLE);
  }

  @Test
  void listenerWithoutASwarmIsAProblem() {
    network.put("docker01:2377", Knock.CONNECTED);
    assertThat(check("docker01").problems())
        .containsExactly(
            "docker01: port 2377: something listens at docker01 though the engine is in no swarm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix:///var/run/docker.sock", "embedded swarm, docker01"})
  void connectionWithoutAHostVerifiesNothing(String name) {
    ScriptedEngine local =
        new ScriptedEngine(name).on("GET /info", "{\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
    PreflightReport report = Preflight.between(local.client(time)).probe(this::knock).run();
    assertThat(report.ok()).isTrue();
    assertThat(report.hosts().get(0).ports())
        .allSatisfy(port -> assertThat(port.outcome()).isEqualTo(Outcome.NOT_VERIFIABLE));
    assertThat(knocks).isEmpty();
  }

  @Test
  void addressOfAnIpv6EngineIsKnockedAtWithoutBrackets() {
    ScriptedEngine engine =
        new ScriptedEngine("tcp://[fd00::1]:2375")
            .on("GET /info", "{\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
    Preflight.between(engine.client(time)).probe(this::knock).run();
    assertThat(knocks).containsExactly("fd00::1:2377", "fd00::1:7946");
  }

  @Test
  void clocksThatAreApartAreAProblem() {
    swarm
        .engine("docker02")
        .on(
            "GET /info",
            request -> {
              time.pass(Duration.ofSeconds(2));
              return Answer.json(
                  "{\"Name\":\"docker02\",\"SystemTime\":\"2026-01-01T00:00:13Z\","
                      + "\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
            });
    PreflightReport report = check("docker01", "docker02");
    HostCheck host = report.hosts().get(1);
    assertThat(host.clockSkew()).isEqualTo(Duration.ofSeconds(12));
    assertThat(host.clockUncertainty()).isEqualTo(Duration.ofSeconds(1));
    assertThat(report.problems())
        .containsExactly("docker02: its clock and that of docker01 are 11.0 s apart");
    assertThat(report.pretty()).contains("+12.000s ±1.000s");
  }

  @Test
  void slowAnswerIsNoSkew() {
    swarm
        .engine("docker02")
        .on(
            "GET /info",
            request -> {
              time.pass(Duration.ofSeconds(20));
              return Answer.json(
                  "{\"Name\":\"docker02\",\"SystemTime\":\"2026-01-01T00:00:19Z\","
                      + "\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
            });
    assertThat(check("docker01", "docker02").ok()).isTrue();
  }

  @Test
  void sameNameOnTwoHostsIsAProblem() {
    swarm
        .engine("docker02")
        .on(
            "GET /info",
            "{\"ID\":\"x\",\"Name\":\"DOCKER01\",\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
    assertThat(check("docker01", "docker02").problems())
        .containsExactly("DOCKER01: another host, tcp://docker01:2375, has the same name");
  }

  @Test
  void sameEngineTwiceIsAProblem() {
    assertThat(check("docker01", "docker01").problems())
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem).contains("are the same engine"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "error", "pending"})
  void swarmThatIsNotWellIsAProblem(String state) {
    swarm.host("docker01").state = state;
    swarm.host("docker01").error = "because";
    PreflightReport report = check("docker01");
    assertThat(report.problems())
        .containsExactly("docker01: its part in a swarm is " + state + ": because");
    assertThat(report.hosts().get(0).ports())
        .allSatisfy(port -> assertThat(port.outcome()).isEqualTo(Outcome.NOT_VERIFIABLE));
  }

  @Test
  void hostsOfTwoSwarmsAreAProblem() {
    for (String host : List.of("docker01", "docker02")) {
      swarm
          .engine(host)
          .on(
              "GET /info",
              "{\"Name\":\""
                  + host
                  + "\",\"Swarm\":{\"LocalNodeState\":\"active\",\"ControlAvailable\":true,"
                  + "\"Cluster\":{\"ID\":\"of "
                  + host
                  + "\"}}}");
      network.put(host + ":2377", Knock.CONNECTED);
      network.put(host + ":7946", Knock.CONNECTED);
    }
    assertThat(check("docker01", "docker02").problems())
        .containsExactly("docker02: it is in another swarm than docker01");
  }

  @Test
  void hostThatDoesNotAnswerIsAProblemAndNoException() {
    swarm
        .engine("docker02")
        .on(
            "GET /_ping",
            request -> {
              throw new NotConnectedException("docker02:2375: connection refused", null);
            });
    PreflightReport report = check("docker01", "docker02");
    assertThat(report.ok()).isFalse();
    assertThat(report.problems())
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem).contains("connection refused"));
    assertThat(report.hosts().get(1).apiVersion()).isNull();
    assertThat(report.hosts().get(1).clockSkew()).isNull();
    assertThat(report.pretty()).contains("unknown");
  }

  @Test
  void engineThatIsTooOldIsAProblem() {
    swarm
        .engine("docker01")
        .on("GET /_ping", request -> new Answer(200, Map.of("Api-Version", "1.40"), "OK"));
    assertThat(check("docker01").problems())
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem).contains("needs API 1.41"));
  }

  @Test
  void reportReadsWell() {
    assertThat(check("docker01").pretty())
        .startsWith(
            """
            HOST       ENGINE   API    PLATFORM       CLOCK             SWARM
            docker01   29.0.1   1.45   linux/x86_64   +0.000s ±0.000s   inactive

            HOST       PORT       OUTCOME          MEANING
            docker01   2377/tcp   not verifiable   docker01 is reached
            """
                .stripTrailing())
        .endsWith("nothing is known to be wrong\n");
  }

  @Test
  void clientOfSeveralEnginesIsNoHost() {
    SwarmClient several =
        SwarmClient.builder()
            .transport(swarm.engine("docker01"))
            .transport(swarm.engine("docker02"))
            .build();
    assertThatIllegalStateException().isThrownBy(() -> Preflight.between(several));
    assertThatIllegalArgumentException().isThrownBy(Preflight::between);
  }

  @Test
  void socketsTellOpenFromClosed() throws IOException {
    TcpProbe probe = TcpProbe.sockets();
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertThat(probe.knock("127.0.0.1", port)).isEqualTo(Knock.CONNECTED);
    }
    assertThat(probe.knock("127.0.0.1", port)).isEqualTo(Knock.REFUSED);
    assertThat(probe.knock("no-such-host.invalid", port)).isEqualTo(Knock.SILENT);
  }
}
