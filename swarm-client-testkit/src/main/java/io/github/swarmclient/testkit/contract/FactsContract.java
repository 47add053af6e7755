package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** What objects of a swarm tell of themselves, member by member, without the library. */
abstract class FactsContract extends SwarmContract {

  /** Members of one answer; each is a test. */
  private static final class Facts {
    private final JsonNode object;
    private final List<DynamicTest> rows = new ArrayList<>();

    Facts(JsonNode object) {
      this.object = object;
    }

    /** Adds what a member is, as JSON in single quotes. */
    Facts is(String what, String pointer, String expected) {
      rows.add(
          DynamicTest.dynamicTest(
              what,
              () ->
                  assertThat(object.at(pointer))
                      .isEqualTo(Wire.read(expected.replace('\'', '"')))));
      return this;
    }

    /** Adds what the text of a member looks like. */
    Facts like(String what, String pointer, String regex) {
      rows.add(
          DynamicTest.dynamicTest(
              what, () -> assertThat(object.at(pointer).asText()).matches("(?s)" + regex)));
      return this;
    }

    Facts lacks(String what, String pointer) {
      rows.add(
          DynamicTest.dynamicTest(
              what, () -> assertThat(object.at(pointer).isMissingNode()).isTrue()));
      return this;
    }

    Stream<DynamicTest> rows() {
      return rows.stream();
    }
  }

  private static final String ID = "[0-9a-z]{25}";
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  private static Facts facts(SwarmNode host, String target) {
    return new Facts(Wire.get(host, target));
  }

  @Rows
  @DisplayName("a swarm")
  Stream<DynamicTest> aSwarm() {
    return facts(host1, "/swarm")
        .like("has an ID", "/ID", ID)
        .like("has a time of creation", "/CreatedAt", TIME)
        .like("has a time of its last change", "/UpdatedAt", TIME)
        .like("has a version", "/Version/Index", "\\d+")
        .is("is named default", "/Spec/Name", "'default'")
        .like("has a token of workers", "/JoinTokens/Worker", "SWMTKN-1-[0-9a-z]{50}-" + ID)
        .like("has a token of managers", "/JoinTokens/Manager", "SWMTKN-1-[0-9a-z]{50}-" + ID)
        .is("rotates no root", "/RootRotationInProgress", "false")
        .is("has a port of data", "/DataPathPort", "4789")
        .is("has subnets of a size", "/SubnetSize", "24")
        .is("has a pool of addresses", "/DefaultAddrPool", "['10.0.0.0/8']")
        .like("has a root certificate", "/TLSInfo/TrustRoot", "-----BEGIN CERTIFICATE-----\n.*")
        .like("has an issuer", "/TLSInfo/CertIssuerSubject", "[A-Za-z0-9+/=]+")
        .is("is not locked", "/Spec/EncryptionConfig/AutoLockManagers", "false")
        .is("tells nothing of how tasks log", "/Spec/TaskDefaults", "{}")
        .is("keeps no old snapshots", "/Spec/Raft/KeepOldSnapshots", "0")
        .is("takes a snapshot", "/Spec/Raft/SnapshotInterval", "10000")
        .is("keeps entries for the slow", "/Spec/Raft/LogEntriesForSlowFollowers", "500")
        .is("elects after ten ticks", "/Spec/Raft/ElectionTick", "10")
        .is("beats each tick", "/Spec/Raft/HeartbeatTick", "1")
        .rows();
  }

  @Rows
  @DisplayName("a manager")
  Stream<DynamicTest> aManager() {
    return facts(host1, "/nodes/" + idOf(m))
        .like("has an ID", "/ID", ID)
        .is("has a role", "/Spec/Role", "'manager'")
        .is("is active", "/Spec/Availability", "'active'")
        .is("has no labels", "/Spec/Labels", "{}")
        .is("has a host name", "/Description/Hostname", "'docker01'")
        .is("runs Linux", "/Description/Platform/OS", "'linux'")
        .like("has a processor", "/Description/Platform/Architecture", "x86_64|aarch64")
        .like("has processors", "/Description/Resources/NanoCPUs", "[1-9]\\d*000000000")
        .like("has memory", "/Description/Resources/MemoryBytes", "[1-9]\\d+")
        .is("has an engine", "/Description/Engine/EngineVersion", "'" + m.version().version() + "'")
        .like("has a certificate", "/Description/TLSInfo/TrustRoot", "-----BEGIN .*")
        .is("is ready", "/Status/State", "'ready'")
        .is("has an address", "/Status/Addr", "'" + host1.address() + "'")
        .is("leads", "/ManagerStatus/Leader", "true")
        .is("is reached", "/ManagerStatus/Reachability", "'reachable'")
        .is("is joined at", "/ManagerStatus/Addr", "'" + managerAddress() + "'")
        .rows();
  }

  @Rows
  @DisplayName("a worker")
  Stream<DynamicTest> aWorker() {
    return facts(host1, "/nodes/" + idOf(w2))
        .is("has a role", "/Spec/Role", "'worker'")
        .is("has a host name", "/Description/Hostname", "'docker02'")
        .is("has an address", "/Status/Addr", "'" + host2.address() + "'")
        .lacks("manages nothing", "/ManagerStatus")
        .rows();
  }

  @Rows
  @DisplayName("the information of a manager")
  Stream<DynamicTest> informationOfAManager() {
    return facts(host1, "/info")
        .is("is its name", "/Name", "'docker01'")
        .is("is its node", "/Swarm/NodeID", "'" + idOf(m) + "'")
        .is("is its address", "/Swarm/NodeAddr", "'" + host1.address() + "'")
        .is("is its state", "/Swarm/LocalNodeState", "'active'")
        .is("is that it manages", "/Swarm/ControlAvailable", "true")
        .is("is no error", "/Swarm/Error", "''")
        .is("is how many nodes there are", "/Swarm/Nodes", "3")
        .is("is how many of them manage", "/Swarm/Managers", "1")
        .is("is its swarm", "/Swarm/Cluster/ID", "'" + m.inspect().id() + "'")
        .is(
            "is who manages",
            "/Swarm/RemoteManagers",
            "[{'NodeID':'" + idOf(m) + "','Addr':'" + managerAddress() + "'}]")
        .rows();
  }

  @Rows
  @DisplayName("the information of a worker")
  Stream<DynamicTest> informationOfAWorker() {
    return facts(host2, "/info")
        .is("is its node", "/Swarm/NodeID", "'" + idOf(w2) + "'")
        .is("is its state", "/Swarm/LocalNodeState", "'active'")
        .is("is that it does not manage", "/Swarm/ControlAvailable", "false")
        .lacks("is not how many nodes there are", "/Swarm/Nodes")
        .lacks("is not its swarm", "/Swarm/Cluster/ID")
        .is(
            "is who manages",
            "/Swarm/RemoteManagers",
            "[{'NodeID':'" + idOf(m) + "','Addr':'" + managerAddress() + "'}]")
        .rows();
  }

  @Rows
  @DisplayName("42, 46: a task that runs")
  Stream<DynamicTest> aTask() {
    sleeper("web").replicas(1).env("A", "1").label("tier", "1").await();
    JsonNode service = Wire.get(host1, "/services/web");
    String task = running("web").get(0).id();
    return facts(host1, "/tasks/" + task)
        .like("has an ID", "/ID", ID)
        .like("has a version", "/Version/Index", "\\d+")
        .like("has a time of creation", "/CreatedAt", TIME)
        .is("is of a service", "/ServiceID", "'" + service.path("ID").asText() + "'")
        .is("has a slot", "/Slot", "1")
        .like("has a node", "/NodeID", ID)
        .is("is to run", "/DesiredState", "'running'")
        .is("runs", "/Status/State", "'running'")
        .is("says that it started", "/Status/Message", "'started'")
        .like("has run since", "/Status/Timestamp", TIME)
        .like("has a container", "/Status/ContainerStatus/ContainerID", "[0-9a-f]{64}")
        .is("has not ended", "/Status/ContainerStatus/ExitCode", "0")
        .is(
            "has what its service says of containers",
            "/Spec/ContainerSpec",
            service.at("/Spec/TaskTemplate/ContainerSpec").toString())
        .is("has labels of its own only", "/Labels", "{}")
        .lacks("failed of nothing", "/Status/Err")
        .rows();
  }

  @Rows
  @DisplayName("34: a task that waits")
  Stream<DynamicTest> aTaskThatWaits() {
    sleeper("web").replicas(1).constraint(NOWHERE).execute();
    until(
        "the task waits",
        () -> m.services().tasks("web").stream().anyMatch(task -> !task.error().isEmpty()));
    String task = m.services().tasks("web").get(0).id();
    return facts(host1, "/tasks/" + task)
        .is("is pending", "/Status/State", "'pending'")
        .is("is to run", "/DesiredState", "'running'")
        .lacks("has no node", "/NodeID")
        .lacks("has no container", "/Status/ContainerStatus/ContainerID")
        .like("says why", "/Status/Err", "no suitable node \\(scheduling constraints .*")
        .rows();
  }

  @Rows
  @DisplayName("59: a network")
  Stream<DynamicTest> aNetwork() {
    String made =
        "{'Name':'net','Driver':'overlay','Attachable':true,'Internal':true,'Labels':{'a':'b'},"
            + "'IPAM':{'Driver':'default','Config':[{'Subnet':'10.77.0.0/24','Gateway':'10.77.0.1'}]}}";
    wire.post("/networks/create", made).expectSuccess();
    until("it is allocated", () -> "overlay".equals(m.networks().inspect("net").driver()));
    return facts(host1, "/networks/net")
        .is("has a name", "/Name", "'net'")
        .like("has an ID", "/Id", ID)
        .is("is of the swarm", "/Scope", "'swarm'")
        .is("has a driver", "/Driver", "'overlay'")
        .is("is internal", "/Internal", "true")
        .is("is attachable", "/Attachable", "true")
        .is("is not the mesh", "/Ingress", "false")
        .is("has no IPv6", "/EnableIPv6", "false")
        .is("has labels", "/Labels", "{'a':'b'}")
        .is("has a subnet", "/IPAM/Config", "[{'Subnet':'10.77.0.0/24','Gateway':'10.77.0.1'}]")
        .is("has a driver of addresses", "/IPAM/Driver", "'default'")
        .like("has a number", "/Options/com.docker.network.driver.overlay.vxlanid_list", "\\d+")
        .like("has a time of creation", "/Created", TIME)
        .rows();
  }

  @Rows
  @DisplayName("39: the ingress network")
  Stream<DynamicTest> theIngress() {
    return facts(host1, "/networks/ingress")
        .is("is the mesh", "/Ingress", "true")
        .is("is of the swarm", "/Scope", "'swarm'")
        .is("has a driver", "/Driver", "'overlay'")
        .is("is not attachable", "/Attachable", "false")
        .rows();
  }

  @Rows
  @DisplayName("56: a secret")
  Stream<DynamicTest> aSecret() {
    wire.post("/secrets/create", "{'Name':'key','Data':'eA==','Labels':{'a':'b'}}").expectSuccess();
    return facts(host1, "/secrets/key")
        .like("has an ID", "/ID", ID)
        .like("has a version", "/Version/Index", "\\d+")
        .like("has a time of creation", "/CreatedAt", TIME)
        .is("has a name", "/Spec/Name", "'key'")
        .is("has labels", "/Spec/Labels", "{'a':'b'}")
        .lacks("does not tell its data", "/Spec/Data")
        .rows();
  }

  @Rows
  @DisplayName("57: a config")
  Stream<DynamicTest> aConfig() {
    wire.post("/configs/create", "{'Name':'conf','Data':'eA==','Labels':{'a':'b'}}")
        .expectSuccess();
    return facts(host1, "/configs/conf")
        .like("has an ID", "/ID", ID)
        .is("has a name", "/Spec/Name", "'conf'")
        .is("has labels", "/Spec/Labels", "{'a':'b'}")
        .is("tells its data", "/Spec/Data", "'eA=='")
        .rows();
  }

  @Rows
  @DisplayName("7: settings of a swarm are kept")
  Stream<DynamicTest> settings() {
    return Stream.of(
        setting("labels", "/Labels", "{'a':'b'}"),
        setting("how many old tasks stay", "/Orchestration/TaskHistoryRetentionLimit", "9"),
        setting("how often nodes beat", "/Dispatcher/HeartbeatPeriod", "6000000000"),
        setting("how long certificates live", "/CAConfig/NodeCertExpiry", "7200000000000"),
        setting("when a snapshot is taken", "/Raft/SnapshotInterval", "5000"),
        setting("how many snapshots stay", "/Raft/KeepOldSnapshots", "2"),
        setting("entries for the slow", "/Raft/LogEntriesForSlowFollowers", "400"));
  }

  /** Sets a member of the spec, looks at it, and puts the spec back. */
  private DynamicTest setting(String what, String pointer, String value) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          JsonNode before = Wire.get(host1, "/swarm");
          ObjectNode spec = before.path("Spec").deepCopy();
          int last = pointer.lastIndexOf('/');
          ObjectNode parent = last == 0 ? spec : spec.withObject(pointer.substring(0, last));
          parent.set(pointer.substring(last + 1), Wire.read(value.replace('\'', '"')));
          write(before, spec);
          JsonNode after = Wire.get(host1, "/swarm");
          assertThat(after.at("/Spec" + pointer)).isEqualTo(spec.at(pointer));
          assertThat(after.at("/Version/Index").asLong())
              .isGreaterThan(before.at("/Version/Index").asLong());
          assertThat(after.path("JoinTokens")).isEqualTo(before.path("JoinTokens"));
          write(after, before.path("Spec").deepCopy());
          assertThat(Wire.get(host1, "/swarm").path("Spec")).isEqualTo(before.path("Spec"));
        });
  }

  private void write(JsonNode swarm, ObjectNode spec) {
    long version = swarm.at("/Version/Index").asLong();
    Wire.post(host1, "/swarm/update?version=" + version, spec);
  }

  @Test
  @DisplayName("9, 10: the key of a swarm that locks itself")
  void theUnlockKey() {
    assertThat(Objects.requireNonNullElse(m.unlockKey(), "")).isEmpty();
    JsonNode swarm = Wire.get(host1, "/swarm");
    ObjectNode spec = swarm.path("Spec").deepCopy();
    spec.putObject("EncryptionConfig").put("AutoLockManagers", true);
    write(swarm, spec);
    String first = Objects.requireNonNull(m.unlockKey());
    assertThat(first).matches("SWMKEY-1-[0-9A-Za-z+/]+");
    m.update().rotateUnlockKey().execute();
    assertThat(m.unlockKey()).startsWith("SWMKEY-1-").isNotEqualTo(first);
    write(Wire.get(host1, "/swarm"), swarm.path("Spec").deepCopy());
    assertThat(Objects.requireNonNullElse(m.unlockKey(), "")).isEmpty();
  }
}
