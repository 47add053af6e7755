package io.github.swarmclient.testkit.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/** What the swarm keeps of the spec of a service, what it fills in, and what it leaves out. */
abstract class SpecContract extends SwarmContract {
  private static final String DEFAULTS = "?insertDefaults=true";

  private SpecTable table() {
    return new SpecTable(wire);
  }

  @Rows
  @DisplayName("what a spec does not say")
  Stream<DynamicTest> defaults() {
    return table()
        .becomes("is replicated once", "TASK", "/Spec/Mode", "{'Replicated':{'Replicas':1}}")
        .becomes(
            "has one replica",
            "TASK,'Mode':{'Replicated':{}}",
            "/Spec/Mode",
            "{'Replicated':{'Replicas':1}}")
        .becomes("stays global", "TASK,'Mode':{'Global':{}}", "/Spec/Mode", "{'Global':{}}")
        .becomes(
            "is done once",
            "TASK,'Mode':{'ReplicatedJob':{}}",
            "/Spec/Mode",
            "{'ReplicatedJob':{'MaxConcurrent':1,'TotalCompletions':1}}")
        .becomes(
            "is done as often as at a time",
            "TASK,'Mode':{'ReplicatedJob':{'MaxConcurrent':3}}",
            "/Spec/Mode",
            "{'ReplicatedJob':{'MaxConcurrent':3,'TotalCompletions':3}}")
        .becomes(
            "is a global job", "TASK,'Mode':{'GlobalJob':{}}", "/Spec/Mode", "{'GlobalJob':{}}")
        .becomes("has no labels", "TASK", "/Spec/Labels", "{}")
        .becomes("is a container", "TASK", "/Spec/TaskTemplate/Runtime", "'container'")
        .becomes("was never forced", "TASK", "/Spec/TaskTemplate/ForceUpdate", "0")
        .becomes(
            "has the usual isolation",
            "TASK",
            "/Spec/TaskTemplate/ContainerSpec/Isolation",
            "'default'")
        .becomes("has no update config", "TASK", "/Spec/UpdateConfig", "")
        .becomes("has no rollback config", "TASK", "/Spec/RollbackConfig", "")
        .becomes("has no restart policy", "TASK", "/Spec/TaskTemplate/RestartPolicy", "")
        .becomes("has no endpoint", "TASK", "/Spec/EndpointSpec", "")
        .becomes("has no previous spec", "TASK", "/PreviousSpec", "")
        .becomes("has no update status", "TASK", "/UpdateStatus", "")
        .rows();
  }

  @Rows
  @DisplayName("what is filled in for who asks for it")
  Stream<DynamicTest> insertedDefaults() {
    String update =
        "{'Parallelism':1,'FailureAction':'pause','Monitor':5000000000,'MaxFailureRatio':0,"
            + "'Order':'stop-first'}";
    return table()
        .becomes("one at a time", "TASK", DEFAULTS, "/Spec/UpdateConfig", update)
        .becomes("and so back", "TASK", DEFAULTS, "/Spec/RollbackConfig", update)
        .becomes(
            "again after 5 s",
            "TASK",
            DEFAULTS,
            "/Spec/TaskTemplate/RestartPolicy",
            "{'Condition':'any','Delay':5000000000,'MaxAttempts':0}")
        .becomes(
            "10 s to stop",
            "TASK",
            DEFAULTS,
            "/Spec/TaskTemplate/ContainerSpec/StopGracePeriod",
            "10000000000")
        .becomes("no address", "TASK", DEFAULTS, "/Spec/EndpointSpec/Mode", "")
        .becomes("no bounds", "TASK", DEFAULTS, "/Spec/TaskTemplate/Resources/Limits", "")
        .becomes(
            "updates also of a job, which has none",
            "TASK,'Mode':{'ReplicatedJob':{}}",
            DEFAULTS,
            "/Spec/UpdateConfig",
            update)
        .rows();
  }

  @Rows
  @DisplayName("what is said in part")
  Stream<DynamicTest> parts() {
    String empty =
        "{'Parallelism':0,'FailureAction':'pause','MaxFailureRatio':0,'Order':'stop-first'}";
    return table()
        .becomes("an update is all at once", "TASK,'UpdateConfig':{}", "/Spec/UpdateConfig", empty)
        .becomes("and so back", "TASK,'RollbackConfig':{}", "/Spec/RollbackConfig", empty)
        .becomes(
            "an update that continues",
            "TASK,'UpdateConfig':{'Parallelism':2,'FailureAction':'continue','Delay':1000000000}",
            "/Spec/UpdateConfig",
            "{'Parallelism':2,'Delay':1000000000,'FailureAction':'continue','MaxFailureRatio':0,"
                + "'Order':'stop-first'}")
        .becomes(
            "an update that rolls back",
            "TASK,'UpdateConfig':{'Parallelism':1,'FailureAction':'rollback','Monitor':1000000000,"
                + "'MaxFailureRatio':0.5,'Order':'start-first'}",
            "/Spec/UpdateConfig",
            "{'Parallelism':1,'FailureAction':'rollback','Monitor':1000000000,"
                + "'MaxFailureRatio':0.5,'Order':'start-first'}")
        .task(
            "a restart policy",
            "RestartPolicy",
            "{'Delay':1000000000}",
            "{'Condition':'any','Delay':1000000000,'MaxAttempts':0}")
        .task(
            "a restart policy that gives up",
            "RestartPolicy",
            "{'Condition':'on-failure','MaxAttempts':3,'Window':60000000000}",
            "{'Condition':'on-failure','MaxAttempts':3,'Window':60000000000}")
        .becomes(
            "an endpoint has an address",
            "TASK,'EndpointSpec':{}",
            "/Spec/EndpointSpec/Mode",
            "'vip'")
        .becomes(
            "an endpoint without one",
            "TASK,'EndpointSpec':{'Mode':'dnsrr'}",
            "/Spec/EndpointSpec",
            "{'Mode':'dnsrr'}")
        .becomes(
            "a port is TCP at the mesh",
            "TASK,'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':18080}]}",
            "/Spec/EndpointSpec/Ports",
            "[{'Protocol':'tcp','TargetPort':80,'PublishedPort':18080,'PublishMode':'ingress'}]")
        .becomes(
            "a port of hosts",
            "TASK,'EndpointSpec':{'Ports':[{'Protocol':'udp','TargetPort':53,'PublishedPort':18053,"
                + "'PublishMode':'host'}]}",
            "/Spec/EndpointSpec/Ports",
            "[{'Protocol':'udp','TargetPort':53,'PublishedPort':18053,'PublishMode':'host'}]")
        .becomes(
            "a port that is to be chosen",
            "TASK,'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishMode':'host'}]}",
            "/Spec/EndpointSpec/Ports",
            "[{'Protocol':'tcp','TargetPort':80,'PublishMode':'host'}]")
        .rows();
  }

  @Rows
  @DisplayName("42: a container")
  Stream<DynamicTest> containers() {
    return table()
        .keeps("Command", "['/bin/sh','-e']")
        .keeps("Args", "['-c','sleep 1']")
        .keeps("Hostname", "'{{.Node.Hostname}}'")
        .keeps("Env", "['B=2','A=1','C=','D']")
        .keeps("Dir", "'/tmp'")
        .keeps("User", "'1000:1001'")
        .keeps("Groups", "['1002','wheel']")
        .keeps("StopSignal", "'SIGQUIT'")
        .keeps("StopGracePeriod", "62000000000")
        .keeps("TTY", "true")
        .keeps("OpenStdin", "true")
        .keeps("ReadOnly", "true")
        .keeps("Init", "false")
        .keeps("Labels", "{'c':'d','empty':''}")
        .keeps("Hosts", "['10.0.0.5 db','10.0.0.6 cache']")
        .keeps(
            "DNSConfig",
            "{'Nameservers':['10.0.0.53'],'Search':['example.com'],'Options':['ndots:2']}")
        .keeps("Sysctls", "{'net.core.somaxconn':'1024'}")
        .keeps("CapabilityAdd", "['CAP_NET_ADMIN']")
        .keeps("CapabilityDrop", "['CAP_MKNOD']")
        .keeps("Ulimits", "[{'Name':'nofile','Hard':2048,'Soft':1024}]")
        .keeps(
            "Healthcheck",
            "{'Test':['CMD-SHELL','true'],'Interval':31000000000,'Timeout':8000000000,'StartPeriod':7000000000,'Retries':4}")
        .container("has no health check", "Healthcheck", "{'Test':['NONE']}", "{'Test':['NONE']}")
        .keeps("Isolation", "'process'")
        .container("leaves out what is empty", "Env", "[]", "")
        .container("leaves out what is false", "TTY", "false", "")
        .rows();
  }

  @Rows
  @DisplayName("43, 45: mounts")
  Stream<DynamicTest> mounts() {
    return table()
        .container(
            "of a volume",
            "Mounts",
            "[{'Type':'volume','Source':'data','Target':'/data','VolumeOptions':{'NoCopy':true,"
                + "'Labels':{'x':'y'},'DriverConfig':{'Name':'local','Options':{'type':'tmpfs'}}}}]",
            "[{'Type':'volume','Source':'data','Target':'/data','VolumeOptions':{'NoCopy':true,"
                + "'Labels':{'x':'y'},'DriverConfig':{'Name':'local','Options':{'type':'tmpfs'}}}}]")
        .container(
            "of a folder",
            "Mounts",
            "[{'Type':'bind','Source':'/etc','Target':'/e','ReadOnly':true,'BindOptions':{'Propagation':'rslave'}}]",
            "[{'Type':'bind','Source':'/etc','Target':'/e','ReadOnly':true,'BindOptions':{'Propagation':'rslave'}}]")
        .container("of nothing yet", "Mounts", "[{'Type':'tmpfs'}]", "[{'Type':'tmpfs'}]")
        .container(
            "of memory",
            "Mounts",
            "[{'Type':'tmpfs','Target':'/scratch','TmpfsOptions':{'SizeBytes':1048576,'Mode':1000}}]",
            "[{'Type':'tmpfs','Target':'/scratch','TmpfsOptions':{'SizeBytes':1048576,'Mode':1000}}]")
        .rows();
  }

  @Rows
  @DisplayName("33, 35, 36, 37: a task")
  Stream<DynamicTest> tasks() {
    return table()
        .task(
            "keeps its constraints in order",
            "Placement",
            "{'Constraints':['node.labels.b==1','node.labels.none == yes','node.role!=manager']}",
            "{'Constraints':['node.labels.b==1','node.labels.none == yes','node.role!=manager']}")
        .task(
            "keeps its preferences in order",
            "Placement",
            "{'Constraints':['node.labels.none==yes'],'Preferences':"
                + "[{'Spread':{'SpreadDescriptor':'node.labels.z'}},{'Spread':{'SpreadDescriptor':'node.labels.a'}}]}",
            "{'Constraints':['node.labels.none==yes'],'Preferences':"
                + "[{'Spread':{'SpreadDescriptor':'node.labels.z'}},{'Spread':{'SpreadDescriptor':'node.labels.a'}}]}")
        .task(
            "keeps how many may be on a node",
            "Placement",
            "{'Constraints':['node.labels.none==yes'],'MaxReplicas':4}",
            "{'Constraints':['node.labels.none==yes'],'MaxReplicas':4}")
        .task(
            "keeps its platforms",
            "Placement",
            "{'Constraints':['node.labels.none==yes'],'Platforms':[{'Architecture':'amd64','OS':'linux'}]}",
            "{'Constraints':['node.labels.none==yes'],'Platforms':[{'Architecture':'amd64','OS':'linux'}]}")
        .task(
            "keeps its bounds",
            "Resources",
            "{'Limits':{'NanoCPUs':1500000000,'MemoryBytes':67108864,'Pids':100},"
                + "'Reservations':{'NanoCPUs':250000000,'MemoryBytes':33554432}}",
            "{'Limits':{'NanoCPUs':1500000000,'MemoryBytes':67108864,'Pids':100},"
                + "'Reservations':{'NanoCPUs':250000000,'MemoryBytes':33554432}}")
        .task(
            "keeps what else it needs",
            "Resources",
            "{'Limits':{},'Reservations':{'GenericResources':[{'DiscreteResourceSpec':{'Kind':'gpu','Value':2}}]}}",
            "{'Limits':{},'Reservations':{'GenericResources':[{'DiscreteResourceSpec':{'Kind':'gpu','Value':2}}]}}")
        .task(
            "keeps its log driver",
            "LogDriver",
            "{'Name':'json-file','Options':{'max-file':'2','max-size':'1m'}}",
            "{'Name':'json-file','Options':{'max-file':'2','max-size':'1m'}}")
        .task("keeps how often it was forced", "ForceUpdate", "3", "3")
        .rows();
  }

  @Rows
  @DisplayName("44: what an engine is too old for is left out")
  Stream<DynamicTest> newerMembers() {
    String profile = "{'Seccomp':{'Mode':'unconfined'},'NoNewPrivileges':true}";
    return table()
        .container("adjustments from 27 on", "OomScoreAdj", "-100", atLeast(27) ? "-100" : "")
        .becomes(
            "seccomp from 25 on",
            privileges(profile),
            "/Spec/TaskTemplate/ContainerSpec/Privileges/Seccomp/Mode",
            atLeast(25) ? "'unconfined'" : "")
        .becomes(
            "no new privileges from 25 on",
            privileges(profile),
            "/Spec/TaskTemplate/ContainerSpec/Privileges/NoNewPrivileges",
            atLeast(25) ? "true" : "")
        .becomes(
            "start intervals from 25 on",
            "'TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13','Healthcheck':{'StartInterval':"
                + "3000000000}},'Placement':{'Constraints':['node.labels.none==yes']}}",
            "/Spec/TaskTemplate/ContainerSpec/Healthcheck/StartInterval",
            atLeast(25) ? "3000000000" : "")
        .rows();
  }

  private static String privileges(String json) {
    return "'TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13','Privileges':"
        + json
        + "},'Placement':{'Constraints':['node.labels.none==yes']}}";
  }
}
