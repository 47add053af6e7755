package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.Isolation;
import io.github.swarmclient.model.RestartCondition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each verb makes of a spec. */
class ServiceVerbsTest {
  private static final String NOTHING = "{}";

  private static Arguments row(
      String name, UnaryOperator<ServiceUpdate> verbs, String before, String after) {
    return Arguments.of(name, verbs, before, after);
  }

  private static Arguments container(
      String name, UnaryOperator<ServiceUpdate> verbs, String before, String after) {
    return row(
        name,
        verbs,
        before.equals(NOTHING) ? NOTHING : "{'TaskTemplate':{'ContainerSpec':" + before + "}}",
        after.equals(NOTHING) ? NOTHING : "{'TaskTemplate':{'ContainerSpec':" + after + "}}");
  }

  private static Arguments task(
      String name, UnaryOperator<ServiceUpdate> verbs, String before, String after) {
    return row(
        name,
        verbs,
        before.equals(NOTHING) ? NOTHING : "{'TaskTemplate':" + before + "}",
        after.equals(NOTHING) ? NOTHING : "{'TaskTemplate':" + after + "}");
  }

  static Stream<Arguments> containers() {
    return Stream.of(
        container("image", u -> u.image("nginx"), NOTHING, "{'Image':'nginx:latest'}"),
        container("args", u -> u.args("-c", "x y"), NOTHING, "{'Args':['-c','x y']}"),
        container("command", u -> u.command("sh"), NOTHING, "{'Command':['sh']}"),
        container("no command", u -> u.command(), "{'Command':['sh'],'TTY':true}", "{'TTY':true}"),
        container("env", u -> u.env("B", "2"), "{'Env':['B=1','A=1']}", "{'Env':['B=2','A=1']}"),
        container("env unset", u -> u.env("NOT_SET_HERE"), NOTHING, "{'Env':['NOT_SET_HERE']}"),
        container("removeEnv", u -> u.removeEnv("B"), "{'Env':['B=1','A=1']}", "{'Env':['A=1']}"),
        container("removeEnv, none", u -> u.removeEnv("B"), NOTHING, NOTHING),
        container("bare removeEnv", u -> u.removeEnv("B"), "{'Env':['B','A']}", "{'Env':['A']}"),
        container("containerLabel", u -> u.containerLabel("a", ""), NOTHING, "{'Labels':{'a':''}}"),
        container(
            "removeContainerLabel",
            u -> u.removeContainerLabel("a"),
            "{'Labels':{'a':'1','b':'2'}}",
            "{'Labels':{'b':'2'}}"),
        container("hostname", u -> u.hostname("h"), NOTHING, "{'Hostname':'h'}"),
        container("user", u -> u.user("1:2"), NOTHING, "{'User':'1:2'}"),
        container(
            "group", u -> u.group("b").group("a").group("b"), NOTHING, "{'Groups':['b','a']}"),
        container(
            "removeGroup", u -> u.removeGroup("b"), "{'Groups':['b','a']}", "{'Groups':['a']}"),
        container("workdir", u -> u.workdir("/w"), NOTHING, "{'Dir':'/w'}"),
        container("init", u -> u.init(false), NOTHING, "{'Init':false}"),
        container("tty", u -> u.tty(true), NOTHING, "{'TTY':true}"),
        container("readOnly", u -> u.readOnly(true), NOTHING, "{'ReadOnly':true}"),
        container("isolation", u -> u.isolation(Isolation.HYPERV), "{}", "{'Isolation':'hyperv'}"),
        container("stopSignal", u -> u.stopSignal("SIGINT"), "{}", "{'StopSignal':'SIGINT'}"),
        container(
            "stopGracePeriod",
            u -> u.stopGracePeriod("1m30s"),
            NOTHING,
            "{'StopGracePeriod':90000000000}"),
        container(
            "healthCmd",
            u -> u.healthCmd("curl -f /"),
            "{'Healthcheck':{'Test':['CMD','x'],'Retries':2}}",
            "{'Healthcheck':{'Test':['CMD-SHELL','curl -f /'],'Retries':2}}"),
        container(
            "healthCmd, empty",
            u -> u.healthCmd(""),
            "{'Healthcheck':{'Test':['CMD','x'],'Retries':2}}",
            "{'Healthcheck':{'Retries':2}}"),
        container(
            "healthcheck after none",
            u -> u.healthcheck(h -> h.interval(Duration.ofSeconds(1))),
            "{'Healthcheck':{'Test':['NONE']}}",
            "{'Healthcheck':{'Interval':1000000000}}"),
        container(
            "noHealthcheck",
            u -> u.noHealthcheck(),
            "{'Healthcheck':{'Test':['CMD','x'],'Retries':2}}",
            "{'Healthcheck':{'Test':['NONE']}}"));
  }

  static Stream<Arguments> surroundings() {
    return Stream.of(
        container(
            "mount",
            u -> u.mount("src=n,dst=/b"),
            "{'Mounts':[{'Type':'bind','Source':'/x','Target':'/b'},{'Target':'/a'}]}",
            "{'Mounts':[{'Type':'volume','Source':'n','Target':'/b'},{'Target':'/a'}]}"),
        container(
            "removeMount",
            u -> u.removeMount("/b"),
            "{'Mounts':[{'Target':'/b'},{'Target':'/a'}]}",
            "{'Mounts':[{'Target':'/a'}]}"),
        container(
            "host",
            u -> u.host("db", "10.0.0.2").host("db", "fd00::1").host("db", "10.0.0.2"),
            "{'Hosts':['10.0.0.1 a']}",
            "{'Hosts':['10.0.0.1 a','10.0.0.2 db','fd00::1 db']}"),
        container(
            "removeHost",
            u -> u.removeHost("db"),
            "{'Hosts':['10.0.0.2 db','10.0.0.1 a db c','fd00::1 db','10.0.0.3 dbx']}",
            "{'Hosts':['10.0.0.1 a c','10.0.0.3 dbx']}"),
        container(
            "removeHost, one address",
            u -> u.removeHost("db", "fd00::1"),
            "{'Hosts':['10.0.0.2 db','fd00::1 db']}",
            "{'Hosts':['10.0.0.2 db']}"),
        container("removeHost, none", u -> u.removeHost("db"), NOTHING, NOTHING),
        container(
            "dns",
            u -> u.dns("9.9.9.9").dnsSearch("b").dnsSearch("a").dnsOption("ndots:2"),
            "{'DNSConfig':{'Nameservers':['8.8.8.8']}}",
            "{'DNSConfig':{'Nameservers':['8.8.8.8','9.9.9.9'],'Search':['b','a'],"
                + "'Options':['ndots:2']}}"),
        container(
            "removeDns",
            u -> u.removeDns("8.8.8.8").removeDnsSearch("a").removeDnsOption("x"),
            "{'DNSConfig':{'Nameservers':['8.8.8.8','::1'],'Search':['a'],'Options':['x','y']}}",
            "{'DNSConfig':{'Nameservers':['::1'],'Options':['y']}}"),
        container("removeDns, none", u -> u.removeDns("8.8.8.8"), NOTHING, NOTHING),
        container("sysctl", u -> u.sysctl("a.b", "1"), NOTHING, "{'Sysctls':{'a.b':'1'}}"),
        container(
            "removeSysctl",
            u -> u.removeSysctl("a"),
            "{'Sysctls':{'a':'1','b':'2'}}",
            "{'Sysctls':{'b':'2'}}"),
        container(
            "ulimit",
            u -> u.ulimit("nofile=3:4").ulimit("core", 0, 0),
            "{'Ulimits':[{'Name':'nofile','Hard':2,'Soft':1},{'Name':'cpu','Hard':1,'Soft':1}]}",
            "{'Ulimits':[{'Name':'nofile','Hard':4,'Soft':3},{'Name':'cpu','Hard':1,'Soft':1},"
                + "{'Name':'core','Hard':0,'Soft':0}]}"),
        container(
            "removeUlimit",
            u -> u.removeUlimit("nofile"),
            "{'Ulimits':[{'Name':'nofile','Hard':2,'Soft':1},{'Name':'cpu','Hard':1,'Soft':1}]}",
            "{'Ulimits':[{'Name':'cpu','Hard':1,'Soft':1}]}"),
        container("oomScoreAdj", u -> u.oomScoreAdj(-5), NOTHING, "{'OomScoreAdj':-5}"),
        container(
            "credentialSpec",
            u -> u.credentialSpec("file://a"),
            NOTHING,
            "{'Privileges':{'CredentialSpec':{'File':'a'}}}"),
        container("no credentialSpec", u -> u.credentialSpec(""), NOTHING, NOTHING));
  }

  static Stream<Arguments> capabilities() {
    return Stream.of(
        container(
            "capAdd", u -> u.capAdd("net_admin"), "{}", "{'CapabilityAdd':['CAP_NET_ADMIN']}"),
        container(
            "capAdd of a dropped one",
            u -> u.capAdd("CAP_X"),
            "{'CapabilityDrop':['CAP_X','CAP_A']}",
            "{'CapabilityDrop':['CAP_A']}"),
        container(
            "capAdd of a dropped one, twice",
            u -> u.capAdd("X").capAdd("x"),
            "{'CapabilityDrop':['CAP_X']}",
            "{'CapabilityAdd':['CAP_X']}"),
        container(
            "capDrop of an added one",
            u -> u.capDrop("X"),
            "{'CapabilityAdd':['CAP_X'],'TTY':true}",
            "{'TTY':true}"),
        container(
            "capDrop of an added one, twice",
            u -> u.capDrop("X").capDrop("X"),
            "{'CapabilityAdd':['CAP_X','CAP_B']}",
            "{'CapabilityAdd':['CAP_B'],'CapabilityDrop':['CAP_X']}"),
        container(
            "ALL swallows the rest",
            u -> u.capAdd("all").capAdd("X"),
            "{'CapabilityAdd':['CAP_B']}",
            "{'CapabilityAdd':['ALL']}"),
        container(
            "RESET",
            u -> u.capAdd("RESET").capAdd("C"),
            "{'CapabilityAdd':['CAP_B'],'CapabilityDrop':['CAP_D']}",
            "{'CapabilityAdd':['CAP_C'],'CapabilityDrop':['CAP_D']}"),
        container(
            "RESET of drops",
            u -> u.capDrop("reset"),
            "{'CapabilityAdd':['CAP_B'],'CapabilityDrop':['CAP_D']}",
            "{'CapabilityAdd':['CAP_B']}"));
  }

  static Stream<Arguments> tasks() {
    return Stream.of(
        task(
            "constraint",
            u -> u.constraint("b==1").constraint("a==1").constraint("b==1"),
            NOTHING,
            "{'Placement':{'Constraints':['b==1','a==1']}}"),
        task(
            "removeConstraint",
            u -> u.removeConstraint("b==1"),
            "{'Placement':{'Constraints':['b==1','a==1']}}",
            "{'Placement':{'Constraints':['a==1']}}"),
        task(
            "plugin",
            u -> u.plugin(p -> p.name("sshfs").remote("vieux/sshfs")),
            "{'Runtime':'plugin','PluginSpec':{'env':['DEBUG=1']}}",
            "{'Runtime':'plugin','PluginSpec':{'name':'sshfs','remote':'vieux/sshfs:latest',"
                + "'env':['DEBUG=1']}}"),
        task("removeConstraint, none", u -> u.removeConstraint("b==1"), NOTHING, NOTHING),
        task(
            "placementPref",
            u -> u.placementPref("spread=node.labels.z").placementPref("spread=node.labels.a"),
            NOTHING,
            "{'Placement':{'Preferences':[{'Spread':{'SpreadDescriptor':'node.labels.z'}},"
                + "{'Spread':{'SpreadDescriptor':'node.labels.a'}}]}}"),
        task(
            "removePlacementPref",
            u -> u.removePlacementPref("spread=node.labels.z"),
            "{'Placement':{'Preferences':[{'Spread':{'SpreadDescriptor':'node.labels.z'}}],"
                + "'MaxReplicas':1}}",
            "{'Placement':{'MaxReplicas':1}}"),
        task(
            "replicasMaxPerNode",
            u -> u.replicasMaxPerNode(2),
            NOTHING,
            "{'Placement':{'MaxReplicas':2}}"),
        task(
            "limits",
            u -> u.limitCpus("0.5").limitMemory("64m").limitPids(10),
            "{'Resources':{'Limits':{'NanoCPUs':1,'Future':1}}}",
            "{'Resources':{'Limits':{'NanoCPUs':500000000,'MemoryBytes':67108864,'Pids':10,"
                + "'Future':1}}}"),
        task(
            "limits as numbers",
            u -> u.limitCpus(1.5).limitMemory(1 << 22),
            NOTHING,
            "{'Resources':{'Limits':{'NanoCPUs':1500000000,'MemoryBytes':4194304}}}"),
        task(
            "reservations",
            u -> u.reserveCpus(0.1).reserveMemory("8m"),
            NOTHING,
            "{'Resources':{'Reservations':{'NanoCPUs':100000000,'MemoryBytes':8388608}}}"),
        task(
            "genericResource",
            u -> u.genericResource("gpu=2").genericResource("ssd", 1),
            "{'Resources':{'Reservations':{'GenericResources':[{'DiscreteResourceSpec':{'Kind':"
                + "'gpu','Value':1}}]}}}",
            "{'Resources':{'Reservations':{'GenericResources':[{'DiscreteResourceSpec':{'Kind':"
                + "'gpu','Value':2}},{'DiscreteResourceSpec':{'Kind':'ssd','Value':1}}]}}}"),
        task(
            "removeGenericResource",
            u -> u.removeGenericResource("gpu"),
            "{'Resources':{'Reservations':{'MemoryBytes':9,'GenericResources':["
                + "{'DiscreteResourceSpec':{'Kind':'gpu','Value':1}}]}}}",
            "{'Resources':{'Reservations':{'MemoryBytes':9}}}"),
        task("removeGenericResource, none", u -> u.removeGenericResource("gpu"), NOTHING, NOTHING),
        task(
            "swap",
            u -> u.memorySwap("-1").memorySwappiness(0),
            NOTHING,
            "{'Resources':{'SwapBytes':-1,'MemorySwappiness':0}}"),
        task(
            "restartPolicy",
            u -> u.restartPolicy(r -> r.condition(RestartCondition.ON_FAILURE)),
            NOTHING,
            "{'RestartPolicy':{'Condition':'on-failure','Delay':5000000000,'MaxAttempts':0}}"),
        task(
            "restartPolicy that is there",
            u -> u.restartPolicy(r -> r.maxAttempts(3)),
            "{'RestartPolicy':{'Condition':'none'}}",
            "{'RestartPolicy':{'Condition':'none','MaxAttempts':3}}"),
        task(
            "logDriver",
            u -> u.logDriver("local").logOpt("max-size", "1m"),
            "{'LogDriver':{'Name':'syslog','Options':{'a':'1'}}}",
            "{'LogDriver':{'Name':'local','Options':{'max-size':'1m'}}}"),
        task(
            "logOpt",
            u -> u.logOpt("b", "2"),
            "{'LogDriver':{'Name':'syslog','Options':{'a':'1'}}}",
            "{'LogDriver':{'Name':'syslog','Options':{'a':'1','b':'2'}}}"),
        task("force", u -> u.force(), "{'ForceUpdate':7}", "{'ForceUpdate':8}"));
  }

  static Stream<Arguments> services() {
    return Stream.of(
        row("label", u -> u.label("b", "1"), "{'Labels':{'a':''}}", "{'Labels':{'a':'','b':'1'}}"),
        row("removeLabel", u -> u.removeLabel("a"), "{'Labels':{'a':''}}", NOTHING),
        row(
            "updateConfig",
            u -> u.updateConfig(c -> c.parallelism(2)),
            NOTHING,
            "{'UpdateConfig':{'Parallelism':2,'FailureAction':'pause','Monitor':5000000000,"
                + "'Order':'stop-first'}}"),
        row(
            "rollbackConfig that is there",
            u -> u.rollbackConfig(c -> c.parallelism(2)),
            "{'RollbackConfig':{'Monitor':1}}",
            "{'RollbackConfig':{'Parallelism':2,'Monitor':1}}"),
        row(
            "endpointMode",
            u -> u.endpointMode(EndpointMode.DNSRR),
            NOTHING,
            "{'EndpointSpec':{'Mode':'dnsrr'}}"),
        row(
            "unpublish by the target",
            u -> u.unpublish("9999:80"),
            "{'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8080},{'TargetPort':81}]}}",
            "{'EndpointSpec':{'Ports':[{'TargetPort':81}]}}"),
        row(
            "unpublish of another protocol",
            u -> u.unpublish("80/udp"),
            "{'EndpointSpec':{'Ports':[{'TargetPort':80},{'Protocol':'udp','TargetPort':80}]}}",
            "{'EndpointSpec':{'Ports':[{'TargetPort':80}]}}"),
        row(
            "unpublish through the mesh leaves host ports",
            u -> u.unpublish(80),
            "{'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishMode':'host'}]}}",
            "{'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishMode':'host'}]}}"),
        row(
            "unpublish of host ports",
            u -> u.unpublish("target=80,mode=host"),
            "{'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishMode':'host'}]}}",
            "{'EndpointSpec':{}}"),
        row("unpublish, none", u -> u.unpublish(80), NOTHING, NOTHING));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"containers", "surroundings", "capabilities", "tasks", "services"})
  void changesOneThing(
      String name, UnaryOperator<ServiceUpdate> verbs, String before, String after) {
    ServiceUpdate update = verbs.apply(new CannedEngine().client().services().update("web"));
    assertThat(Wire.of(update.apply(Wire.spec(before)))).as(name).isEqualTo(Wire.json(after));
  }

  private static ServiceCreate create() {
    return new CannedEngine().client().services().create("web").image("nginx");
  }

  @Test
  void aNewServiceAddsACapabilityRatherThanDropIt() {
    assertThat(Wire.of(create().capDrop("X").capDrop("Y").capAdd("x").capDrop("X").toSpec()))
        .isEqualTo(
            Wire.json(
                "{'Name':'web','TaskTemplate':{'ContainerSpec':{'Image':'nginx:latest',"
                    + "'CapabilityAdd':['CAP_X'],'CapabilityDrop':['CAP_Y']}}}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create().capAdd("RESET").toSpec())
        .withMessageContaining("RESET is for updates");
  }

  @Test
  void aNewServiceTakesItsEnvironmentFromAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("web.env"), "A=1\nB=2\n");
    assertThat(Wire.of(create().env("B", "1").envFile(file).toSpec()).at("/TaskTemplate"))
        .isEqualTo(Wire.json("{'ContainerSpec':{'Image':'nginx:latest','Env':['B=2','A=1']}}"));
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        refused("is published twice", c -> c.publish(80, 1).publish("80:2")),
        refused(
            "endpoint mode dnsrr has no routing mesh",
            c -> c.endpointMode(EndpointMode.DNSRR).publish(80, 80)),
        refused("a job starts anew", c -> c.replicatedJob(1, 1).updateConfig(u -> u)),
        refused("a job starts anew", c -> c.globalJob().rollbackConfig(u -> u)),
        refused("no replicasMaxPerNode", c -> c.global().replicasMaxPerNode(1)),
        refused("memorySwap needs a limitMemory", c -> c.memorySwap("1g")),
        refused("begin with logDriver(…)", c -> c.logOpt("a", "b")));
  }

  private static Arguments refused(String why, UnaryOperator<ServiceCreate> verbs) {
    return Arguments.of(why, verbs);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void contradictionsAreRefusedBeforeAnythingIsSent(
      String why, UnaryOperator<ServiceCreate> verbs) {
    CannedEngine engine = new CannedEngine();
    ServiceCreate create = verbs.apply(engine.client().services().create("web").image("nginx"));
    assertThatIllegalArgumentException().isThrownBy(create::execute).withMessageContaining(why);
    assertThat(engine.sent()).isEmpty();
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        refused("host \"db\" is no IP address", c -> c.host("a", "db")),
        refused("host \"1.2.3.256\" is no IP address", c -> c.host("a", "1.2.3.256")),
        refused("host \"a b\" has blanks", c -> c.host("a b", "::1")),
        refused("name server \"dns\" is no IP address", c -> c.dns("dns")),
        refused("search domain \"a b\" has blanks", c -> c.dnsSearch("a b")),
        refused(
            "OOM score -1001 is out of range: expected -1000 to 1000", c -> c.oomScoreAdj(-1001)),
        refused("memory swappiness 101 is out of range", c -> c.memorySwappiness(101)),
        refused("memory limit -1 is negative", c -> c.limitMemory(-1)),
        refused("CPU limit \"-1.0\" is malformed", c -> c.limitCpus(-1)),
        refused("CPU limit \"NaN\" is malformed", c -> c.limitCpus(Double.NaN)),
        refused("stop signal is blank", c -> c.stopSignal("")),
        refused("log driver is blank", c -> c.logDriver("")),
        refused("network is blank", c -> c.network("")),
        refused("is no variable's name", c -> c.env("A=B")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void whatIsMalformedIsRefusedAtTheVerb(String why, UnaryOperator<ServiceCreate> verb) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verb.apply(create()))
        .withMessageContaining(why);
  }
}
