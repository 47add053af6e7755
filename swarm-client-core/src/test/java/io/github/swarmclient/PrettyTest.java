package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.model.Config;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.Secret;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.SwarmInfo;
import org.junit.jupiter.api.Test;

/** Pages and tables as the command line prints them. */
class PrettyTest {
  private final FakeTime time = new FakeTime();
  private final ScriptedEngine engine = new ScriptedEngine();
  private final SwarmClient client = engine.client(time);

  @Test
  void aNodeIsShownWithItsHostAndItsPartInTheSwarm() {
    Node node =
        Wire.read(
            "{'ID':'n1','CreatedAt':'2026-01-02T03:04:05.120Z','Spec':{'Role':'manager',"
                + "'Availability':'active','Labels':{'disk':'ssd','spare':''}},"
                + "'Description':{'Hostname':'docker01','Platform':{'Architecture':'x86_64',"
                + "'OS':'linux'},'Resources':{'NanoCPUs':4000000000,'MemoryBytes':8589934592},"
                + "'Engine':{'EngineVersion':'28.5.2','Labels':{'zone':'a'},'Plugins':["
                + "{'Type':'Network','Name':'overlay'},{'Type':'Log','Name':'json-file'},"
                + "{'Type':'Network','Name':'bridge'}]},'TLSInfo':{'TrustRoot':'-----BEGIN\\nMII\\n"
                + "-----END\\n','CertIssuerSubject':'MBM=','CertIssuerPublicKey':'MFk='}},"
                + "'Status':{'State':'ready','Addr':'10.0.0.1'},'ManagerStatus':{'Leader':true,"
                + "'Reachability':'reachable','Addr':'10.0.0.1:2377'}}",
            Node.class);
    assertThat(node.pretty().lines())
        .containsExactly(
            "ID:\t\t\tn1",
            "Labels:",
            " - disk=ssd",
            " - spare",
            "Hostname:              \tdocker01",
            "Joined at:             \t2026-01-02 03:04:05.12 +0000 utc",
            "Status:",
            " State:\t\t\tReady",
            " Availability:         \tActive",
            " Address:\t\t10.0.0.1",
            "Manager Status:",
            " Address:\t\t10.0.0.1:2377",
            " Raft Status:\t\tReachable",
            " Leader:\t\tYes",
            "Platform:",
            " Operating System:\tlinux",
            " Architecture:\t\tx86_64",
            "Resources:",
            " CPUs:\t\t\t4",
            " Memory:\t\t8GiB",
            "Plugins:",
            " Log:\t\tjson-file",
            " Network:\t\toverlay, bridge",
            "Engine Version:\t\t28.5.2",
            "Engine Labels:",
            " - zone=a",
            "TLS Info:",
            " TrustRoot:",
            "-----BEGIN",
            "MII",
            "-----END",
            " Issuer Subject:\tMBM=",
            " Issuer Public Key:\tMFk=");
  }

  @Test
  void aNodeThatHasToldNothingYetIsShownToo() {
    Node node = Wire.read("{'ID':'n1','Status':{'State':'unknown'}}", Node.class);
    assertThat(node.pretty()).isEqualTo("ID:\t\t\tn1\nStatus:\n State:\t\t\tUnknown\n");
  }

  @Test
  void aSecretIsShownWithoutWhatIsInIt() {
    String spec =
        "{'ID':'s1','CreatedAt':'2026-01-02T03:04:05Z','UpdatedAt':'2026-01-02T03:04:06Z',"
            + "'Spec':{'Name':'db','Labels':{'team':'blue'},'Data':'czNjcjN0'}}";
    assertThat(Wire.read(spec, Secret.class).pretty().lines())
        .containsExactly(
            "ID:              s1",
            "Name:              db",
            "Labels:",
            " - team=blue",
            "Driver:            ",
            "Created at:        2026-01-02 03:04:05 +0000 utc",
            "Updated at:        2026-01-02 03:04:06 +0000 utc");
  }

  @Test
  void aConfigIsShownWithWhatIsInItButForWhatATerminalWouldObey() {
    String spec = "{'ID':'c1','Spec':{'Name':'site','Data':'YT0xCmI9G1sy'}}";
    assertThat(Wire.read(spec, Config.class).pretty().lines())
        .containsExactly("ID:\t\t\tc1", "Name:\t\t\tsite", "Data:", "a=1", "b=\\u001b[2");
  }

  @Test
  void secretsAndConfigsAreListedByName() {
    String two =
        "[{\"ID\":\"id2\",\"CreatedAt\":\"2025-12-31T23:55:00Z\",\"UpdatedAt\":"
            + "\"2025-12-31T23:59:55Z\",\"Spec\":{\"Name\":\"web\",\"Driver\":{\"Name\":\"vault\"}}},"
            + "{\"ID\":\"id1\",\"CreatedAt\":\"2025-12-31T22:00:00Z\",\"UpdatedAt\":"
            + "\"2025-12-31T22:00:00Z\",\"Spec\":{\"Name\":\"db\"}}]";
    engine.on("GET /secrets", two).on("GET /configs", two);
    assertThat(client.secrets().list().pretty())
        .isEqualTo(
            """
            ID    NAME   DRIVER   CREATED         UPDATED
            id1   db              2 hours ago     2 hours ago
            id2   web    vault    5 minutes ago   5 seconds ago
            """);
    assertThat(client.configs().list().pretty())
        .isEqualTo(
            """
            ID    NAME   CREATED         UPDATED
            id1   db     2 hours ago     2 hours ago
            id2   web    5 minutes ago   5 seconds ago
            """);
  }

  @Test
  void networksAreListedByName() {
    engine.on(
        "GET /networks",
        "[{\"Id\":\"xyz4567890123456\",\"Name\":\"ingress\",\"Driver\":\"overlay\","
            + "\"Scope\":\"swarm\"},{\"Id\":\"abc4567890123456\",\"Name\":\"bridge\","
            + "\"Driver\":\"bridge\",\"Scope\":\"local\"}]");
    assertThat(client.networks().list().pretty())
        .isEqualTo(
            """
            NETWORK ID     NAME      DRIVER    SCOPE
            abc456789012   bridge    bridge    local
            xyz456789012   ingress   overlay   swarm
            """);
  }

  @Test
  void theTasksOfANodeAreNamedByTheirServices() {
    engine
        .on("GET /nodes", "[{\"ID\":\"n1\",\"Description\":{\"Hostname\":\"docker01\"}}]")
        .on("GET /nodes/docker01", "{\"ID\":\"n1\",\"Description\":{\"Hostname\":\"docker01\"}}")
        .on("GET /services", "[{\"ID\":\"w1\",\"Spec\":{\"Name\":\"web\"}}]")
        .on(
            "GET /tasks",
            "[{\"ID\":\"t1\",\"ServiceID\":\"w1\",\"Slot\":2,\"NodeID\":\"n1\",\"DesiredState\":"
                + "\"running\",\"Status\":{\"State\":\"running\",\"Timestamp\":"
                + "\"2025-12-31T23:59:50Z\"},\"Spec\":{\"ContainerSpec\":{\"Image\":\"nginx:1\"}}}]");
    assertThat(client.nodes().tasks("docker01").pretty())
        .isEqualTo(
            """
            ID   NAME    IMAGE     NODE       DESIRED STATE   CURRENT STATE            ERROR   PORTS
            t1   web.2   nginx:1   docker01   Running         Running 10 seconds ago
            """);
    assertThat(engine.only("GET /tasks").query()).isEqualTo("filters={\"node\":[\"n1\"]}");
  }

  @Test
  void aServiceIsShownWithAllThatTheCommandLineShows() {
    Service service =
        Wire.read(
            "{'ID':'w1','Spec':{'Name':'web','TaskTemplate':{'ContainerSpec':{'Image':'nginx',"
                + "'CapabilityAdd':['CAP_A','CAP_B'],'CapabilityDrop':['CAP_C'],"
                + "'Sysctls':{'net.x':'1'},'Ulimits':[{'Name':'nofile','Soft':1,'Hard':2}],"
                + "'Mounts':[{'Type':'bind','Source':'/a','Target':'/b','ReadOnly':true}],"
                + "'Configs':[{'File':{'Name':'/site'},'ConfigName':'site.1'}],"
                + "'Secrets':[{'File':{'Name':'db'},'SecretName':'db.1'}],"
                + "'Healthcheck':{'Test':['CMD-SHELL','true'],'Interval':90000000000,'Retries':3}},"
                + "'LogDriver':{'Name':'syslog','Options':{'tag':'web'}},"
                + "'Resources':{'Limits':{'Pids':50}},'Networks':[{'Target':'n1'}]}}}",
            Service.class);
    assertThat(service.pretty().lines())
        .containsSequence(
            "Capabilities:",
            " Add:\tCAP_A, CAP_B",
            " Drop:\tCAP_C",
            "SysCtls:",
            " net.x=1",
            "Ulimits:",
            " nofile:\t1:2",
            "Mounts:",
            " Target:\t/b",
            "  Source:\t/a",
            "  ReadOnly:\ttrue",
            "  Type:\tbind",
            "Configs:",
            " Target:\t/site",
            "  Source:\tsite.1",
            "Secrets:",
            " Target:\tdb",
            "  Source:\tdb.1",
            "Log Driver:",
            " Name:\tsyslog",
            " LogOpts:",
            "  tag=web",
            "Resources:",
            "  PIDs:\t50",
            "Networks:\tn1")
        .endsWith("Healthcheck:", " Interval:\t1m30s", " Retries:\t3", " Test:\tCMD-SHELL true");
    assertThat(service.pretty(id -> id.equals("n1") ? "front" : "?").lines())
        .contains("Networks:\tfront");
  }

  @Test
  void theSwarmIsShownAsInDockerInfo() {
    SwarmInfo info =
        Wire.read(
            "{'NodeID':'n1','NodeAddr':'10.0.0.1','LocalNodeState':'active',"
                + "'ControlAvailable':true,'Nodes':3,'Managers':1,'RemoteManagers':["
                + "{'NodeID':'n2','Addr':'10.0.0.2:2377'},{'NodeID':'n1','Addr':'10.0.0.1:2377'}],"
                + "'Cluster':{'ID':'k1','DefaultAddrPool':['10.0.0.0/8'],'SubnetSize':24,"
                + "'DataPathPort':4789,'Spec':{'Orchestration':{'TaskHistoryRetentionLimit':5},"
                + "'Raft':{'SnapshotInterval':10000,'KeepOldSnapshots':0,'HeartbeatTick':1,"
                + "'ElectionTick':10},'Dispatcher':{'HeartbeatPeriod':5000000000},"
                + "'CAConfig':{'NodeCertExpiry':7776000000000000,'ExternalCAs':[{'Protocol':"
                + "'cfssl','URL':'https://ca.test'}]},'EncryptionConfig':"
                + "{'AutoLockManagers':true}}}}",
            SwarmInfo.class);
    assertThat(info.pretty())
        .isEqualTo(
            """
            Swarm: active
              NodeID: n1
              Is Manager: true
              ClusterID: k1
              Managers: 1
              Nodes: 3
              Default Address Pool: 10.0.0.0/8
              SubnetSize: 24
              Data Path Port: 4789
              Orchestration:
               Task History Retention Limit: 5
              Raft:
               Snapshot Interval: 10000
               Number of Old Snapshots to Retain: 0
               Heartbeat Tick: 1
               Election Tick: 10
              Dispatcher:
               Heartbeat Period: 5 seconds
              CA Configuration:
               Expiry Duration: 3 months
               Force Rotate: 0
               External CAs:
                 cfssl: https://ca.test
              Autolock Managers: true
              Root Rotation In Progress: false
              Node Address: 10.0.0.1
              Manager Addresses:
               10.0.0.1:2377
               10.0.0.2:2377
            """);
  }

  @Test
  void theCommandToJoinHasTheTokenOfTheRoleAndTheAddressOfTheManager() {
    engine
        .on("GET /swarm", "{\"JoinTokens\":{\"Worker\":\"SWMTKN-w\",\"Manager\":\"SWMTKN-m\"}}")
        .on("GET /info", "{\"Swarm\":{\"NodeID\":\"n1\"}}")
        .on("GET /nodes/n1", "{\"ID\":\"n1\",\"ManagerStatus\":{\"Addr\":\"10.0.0.1:2377\"}}");
    assertThat(client.joinCommand(NodeRole.WORKER))
        .isEqualTo("docker swarm join --token SWMTKN-w 10.0.0.1:2377");
    assertThat(client.joinCommand(NodeRole.MANAGER))
        .isEqualTo("docker swarm join --token SWMTKN-m 10.0.0.1:2377");
  }

  @Test
  void anEngineThatIsInNoSwarmHasLittleToShow() {
    assertThat(Wire.read("{'LocalNodeState':'inactive'}", SwarmInfo.class).pretty())
        .isEqualTo("Swarm: inactive\n");
  }
}
