package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedServicesTest {
  private static void image(ObjectNode spec, String image) {
    spec.withObject("/TaskTemplate/ContainerSpec").put("Image", image);
  }

  private static String state(SwarmOfThree s, String service) {
    return s.inspect(service).at("/UpdateStatus/State").asText();
  }

  @Test
  void aServiceComesBackAsTheEngineWritesIt() {
    SwarmOfThree s = new SwarmOfThree();
    Wire.Answer created =
        s.m.post(
            "/services/create", "{'Name':'w','TaskTemplate':{'ContainerSpec':{'Image':'nginx'}}}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("Warnings").isNull()).isTrue();
    JsonNode read = s.inspect("w");
    assertThat(read.path("Spec"))
        .isEqualTo(
            Wire.json(
                "{'Name':'w','TaskTemplate':{'ContainerSpec':{'Image':'nginx','Isolation':"
                    + "'default'},'ForceUpdate':0,'Runtime':'container'},'Labels':{},"
                    + "'Mode':{'Replicated':{'Replicas':1}}}"));
    assertThat(read.path("Endpoint")).isEqualTo(Wire.json("{'Spec':{}}"));
    assertThat(read.has("UpdateStatus")).isFalse();
    assertThat(read.has("PreviousSpec")).isFalse();
    long version = read.at("/Version/Index").asLong();
    s.seconds(1);
    assertThat(s.inspect("w").at("/Version/Index").asLong()).isGreaterThan(version);
    JsonNode defaults = s.m.get("/services/w?insertDefaults=true").json().path("Spec");
    assertThat(defaults.path("UpdateConfig"))
        .isEqualTo(
            Wire.json(
                "{'Parallelism':1,'FailureAction':'pause','MaxFailureRatio':0,"
                    + "'Order':'stop-first','Monitor':5000000000}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {'Name':'a.b','TaskTemplate':{'ContainerSpec':{'Image':'x'}}} | name must be valid as a DNS name component
          400 | {'Name':'a'} | mismatched Runtime
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':''}}} | image reference must be provided
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'A b'}}} | is not a valid repository/tag
          500 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},'Placement':{'Constraints':['node.role=worker']}}} | rpc error: code = Unknown desc = constraint expected one operator from ==, !=
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},'RestartPolicy':{'Condition':'never'}}} | never
          400 | {'Name':'a','Mode':{'Global':{},'Replicated':{}},'TaskTemplate':{'ContainerSpec':{'Image':'x'}}} | must specify only one service mode
          500 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},'Networks':[{'Target':'nope'}]}} | network nope not found
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},'Networks':[{'Target':'ingress'}]}} | ingress
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},'Resources':{'Limits':{'MemoryBytes':1024}}}} | invalid memory value 1024: Must be at least 4MiB
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},'Resources':{'Limits':{'NanoCPUs':1000}}}} | invalid cpu value
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x','Secrets':[{'SecretID':'1','SecretName':'s','File':{'Name':'s'}}]}}} | secret not found: s
          400 | {'Name':'a','Mode':{'ReplicatedJob':{}},'UpdateConfig':{},'TaskTemplate':{'ContainerSpec':{'Image':'x'}}} | Jobs may not have an update config
          400 | {'Name':'a','EndpointSpec':{'Mode':'dnsrr','Ports':[{'TargetPort':80}]},'TaskTemplate':{'ContainerSpec':{'Image':'x'}}} | can't be used with dnsrr mode
          400 | {'Name':'a','EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8080}]},'TaskTemplate':{'ContainerSpec':{'Image':'x'}}} | port '8080' is already in use by service 'my_web'
          409 | {'Name':'my_web','TaskTemplate':{'ContainerSpec':{'Image':'x'}}} | rpc error: code = AlreadyExists desc = name conflicts with an existing object: service my_web already exists
          400 | {'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x','Healthcheck':{'Interval':1000}}}} | Interval in HealthConfig cannot be less than 1ms
          """)
  void mistakesHaveTheirStatus(int status, String spec, String message) {
    SwarmOfThree s = new SwarmOfThree();
    s.web(1);
    Wire.Answer answer = s.m.post("/services/create", spec.replace("8080' is", "8080\" is"));
    assertThat(answer.message()).contains(message);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void lookupGoesByIdThenNameThenTheBeginningOfTheId() {
    SwarmOfThree s = new SwarmOfThree();
    String id = s.web(1);
    assertThat(s.inspect(id)).isEqualTo(s.inspect("my_web"));
    assertThat(s.inspect(id.substring(0, 8))).isEqualTo(s.inspect("my_web"));
    assertThat(s.m.get("/services/my_we").status()).isEqualTo(404);
    assertThat(s.m.get("/services/nope").message()).isEqualTo("service nope not found");
    Wire.Answer listed = s.m.get("/services?status=true&" + Wire.filters("{'name':['my_']}"));
    assertThat(listed.json().at("/0/ServiceStatus"))
        .isEqualTo(Wire.json("{'RunningTasks':1,'DesiredTasks':1,'CompletedTasks':0}"));
    assertThat(s.m.get("/services?" + Wire.filters("{'foo':['x']}")).message())
        .isEqualTo("invalid filter 'foo'");
  }

  @Test
  void updatesAreRefusedForWhatCannotChange() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(1);
    assertThat(s.update("my_web", spec -> spec.put("Name", "other")).status()).isEqualTo(501);
    assertThat(s.update("my_web", spec -> spec.set("Mode", Wire.json("{'Global':{}}"))).status())
        .isEqualTo(501);
    ObjectNode spec = (ObjectNode) s.inspect("my_web").path("Spec");
    assertThat(s.m.post("/services/my_web/update?version=1", spec).message())
        .isEqualTo("rpc error: code = Unknown desc = update out of sequence");
    assertThat(s.m.post("/services/my_web/update?version=abc", spec).message())
        .startsWith("invalid service version 'abc': strconv.ParseUint");
    assertThat(s.m.post("/services/nope/update?version=1", spec).status()).isEqualTo(404);
    Wire.Answer back = s.update("my_web", "&rollback=previous", each -> {});
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.message()).contains("does not have a previous spec");
  }

  @Test
  void scalingKeepsTasksAndLeavesNoUpdateStatus() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    Set<String> before = new HashSet<>();
    s.running("my_web").forEach(task -> before.add(task.path("ID").asText()));
    s.update("my_web", spec -> spec.withObject("/Mode/Replicated").put("Replicas", 5));
    s.seconds(2);
    assertThat(s.running("my_web")).hasSize(5);
    assertThat(s.running("my_web")).extracting(t -> t.path("ID").asText()).containsAll(before);
    s.update("my_web", spec -> spec.withObject("/Mode/Replicated").put("Replicas", 2));
    s.seconds(2);
    assertThat(s.tasks("my_web")).hasSize(2);
    assertThat(s.inspect("my_web").has("UpdateStatus")).isFalse();
    s.update("my_web", spec -> spec.withObject("/Labels").put("a", "b"));
    s.seconds(2);
    assertThat(s.inspect("my_web").has("UpdateStatus")).isFalse();
    assertThat(
            s.m
                .get("/tasks?" + Wire.filters("{'service':['my_web'],'_up-to-date':['true']}"))
                .json())
        .hasSize(2);
  }

  @Test
  void anUpdateGoesOneByOneWithTheDelayBetween() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'redis','TaskTemplate':{'ContainerSpec':{'Image':'redis:3.0.6'}},'Mode':"
            + "{'Replicated':{'Replicas':3}},'UpdateConfig':{'Parallelism':1,'Delay':30000000000}}");
    s.update("redis", spec -> image(spec, "redis:3.0.7"));
    s.seconds(5);
    assertThat(fresh(s, "redis", "redis:3.0.7")).isEqualTo(1);
    s.seconds(28);
    assertThat(fresh(s, "redis", "redis:3.0.7")).isEqualTo(2);
    s.seconds(32);
    assertThat(fresh(s, "redis", "redis:3.0.7")).isEqualTo(3);
    assertThat(state(s, "redis")).isEqualTo("updating");
    s.seconds(70);
    JsonNode status = s.inspect("redis").path("UpdateStatus");
    assertThat(status.path("State").asText()).isEqualTo("completed");
    assertThat(status.path("Message").asText()).isEqualTo("update completed");
    assertThat(status.has("CompletedAt")).isTrue();
    assertThat(s.tasks("redis")).hasSize(6);
  }

  private static long fresh(SwarmOfThree s, String service, String image) {
    return s.running(service).stream()
        .filter(task -> task.at("/Spec/ContainerSpec/Image").asText().equals(image))
        .count();
  }

  @Test
  void aBrokenImagePausesTheUpdate() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("nginx:broken").exitsWith(1);
    s.web(3);
    s.update("my_web", spec -> image(spec, "nginx:broken"));
    s.seconds(4);
    JsonNode status = s.inspect("my_web").path("UpdateStatus");
    assertThat(status.path("State").asText()).isEqualTo("paused");
    assertThat(status.path("Message").asText())
        .startsWith("update paused due to failure or early termination of task ");
    assertThat(s.running("my_web")).hasSize(2);
    assertThat(s.tasks("my_web"))
        .filteredOn(task -> task.at("/Status/State").asText().equals("failed"))
        .first()
        .satisfies(
            task ->
                assertThat(task.at("/Status/Err").asText()).isEqualTo("task: non-zero exit (1)"));
    s.seconds(60);
    assertThat(s.tasks("my_web").stream().filter(t -> t.path("Slot").asInt() == 1).count())
        .isEqualTo(5);
    s.update("my_web", spec -> image(spec, "nginx:1.14"));
    s.seconds(40);
    assertThat(state(s, "my_web")).isEqualTo("completed");
    assertThat(fresh(s, "my_web", "nginx:1.14")).isEqualTo(3);
  }

  @Test
  void aBrokenImageRollsBack() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("nginx:broken").exitsWith(1);
    s.web(2);
    s.update(
        "my_web",
        spec -> {
          image(spec, "nginx:broken");
          spec.set("UpdateConfig", Wire.json("{'Parallelism':1,'FailureAction':'rollback'}"));
        });
    s.seconds(2);
    assertThat(state(s, "my_web")).isEqualTo("rollback_started");
    assertThat(s.inspect("my_web").has("PreviousSpec")).isFalse();
    s.seconds(10);
    JsonNode status = s.inspect("my_web").path("UpdateStatus");
    assertThat(status.path("State").asText()).isEqualTo("rollback_completed");
    assertThat(status.path("Message").asText()).isEqualTo("rollback completed");
    assertThat(fresh(s, "my_web", "nginx:1.13")).isEqualTo(2);
    assertThat(s.update("my_web", "&rollback=previous", spec -> {}).status()).isEqualTo(400);
  }

  @Test
  void aBrokenImageMayBeIgnored() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("nginx:broken").exitsWith(1);
    s.web(2);
    s.update(
        "my_web",
        spec -> {
          image(spec, "nginx:broken");
          spec.set("UpdateConfig", Wire.json("{'Parallelism':1,'FailureAction':'continue'}"));
        });
    s.seconds(20);
    assertThat(state(s, "my_web")).isEqualTo("completed");
  }

  @Test
  void rollbackSwapsTheSpecs() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(4);
    s.update("my_web", spec -> spec.withObject("/Mode/Replicated").put("Replicas", 3));
    s.seconds(2);
    assertThat(s.running("my_web")).hasSize(3);
    assertThat(s.update("my_web", "&rollback=previous", spec -> {}).status()).isEqualTo(200);
    assertThat(s.inspect("my_web").at("/UpdateStatus/Message").asText())
        .isEqualTo("manually requested rollback");
    s.seconds(0.3);
    assertThat(state(s, "my_web")).isEqualTo("rollback_completed");
    s.seconds(2);
    assertThat(s.running("my_web")).hasSize(4);
    s.update("my_web", "&rollback=previous", spec -> {});
    s.seconds(2);
    assertThat(s.running("my_web")).hasSize(3);
  }

  @Test
  void startFirstKeepsTheOldTaskUntilTheNewOneIsHealthy() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("nginx:slow").becomesHealthyAfter(Duration.ofSeconds(20));
    s.web(1);
    s.update(
        "my_web",
        spec -> {
          image(spec, "nginx:slow");
          spec.set("UpdateConfig", Wire.json("{'Parallelism':1,'Order':'start-first'}"));
        });
    s.seconds(10);
    assertThat(fresh(s, "my_web", "nginx:1.13")).isEqualTo(1);
    s.seconds(15);
    assertThat(fresh(s, "my_web", "nginx:1.13")).isZero();
    assertThat(fresh(s, "my_web", "nginx:slow")).isEqualTo(1);
  }

  @Test
  void forceUpdateReplacesEveryTask() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(2);
    List<String> before =
        s.running("my_web").stream().map(task -> task.path("ID").asText()).toList();
    s.update("my_web", spec -> spec.withObject("/TaskTemplate").put("ForceUpdate", 1));
    s.seconds(20);
    assertThat(s.running("my_web"))
        .hasSize(2)
        .extracting(task -> task.path("ID").asText())
        .doesNotContainAnyElementsOf(before);
  }

  @Test
  void globalServicesFollowTheNodes() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'g','Mode':{'Global':{}},'TaskTemplate':{'ContainerSpec':{'Image':'nginx'}}}");
    assertThat(s.places("g")).containsExactly("docker01", "docker02", "docker03");
    assertThat(s.tasks("g").get(0).has("Slot")).isFalse();
    s.node("docker02", "Availability", "drain");
    s.seconds(2);
    assertThat(s.places("g")).containsExactly("docker01", "docker03");
    s.node("docker02", "Availability", "active");
    s.seconds(2);
    assertThat(s.places("g")).hasSize(3);
  }

  @Test
  void whatCannotBePlacedWaitsAndSaysWhy() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},"
            + "'Placement':{'Constraints':['node.labels.zone==a']}}}");
    JsonNode task = s.tasks("a").get(0);
    assertThat(task.at("/Status/State").asText()).isEqualTo("pending");
    assertThat(task.at("/Status/Message").asText()).isEqualTo("pending task scheduling");
    assertThat(task.at("/Status/Err").asText())
        .isEqualTo("no suitable node (scheduling constraints not satisfied on 3 nodes)");
    JsonNode node = s.m.get("/nodes/docker02").json();
    ObjectNode spec = (ObjectNode) node.path("Spec");
    spec.withObject("/Labels").put("zone", "a");
    s.m.post("/nodes/docker02/update?version=" + node.at("/Version/Index").asLong(), spec);
    s.seconds(2);
    assertThat(s.places("a")).containsExactly("docker02");
    s.service(
        "{'Name':'b','Mode':{'Replicated':{'Replicas':4}},'TaskTemplate':{'ContainerSpec':"
            + "{'Image':'x'},'Placement':{'MaxReplicas':1}}}");
    assertThat(s.running("b")).hasSize(3);
    assertThat(s.tasks("b"))
        .extracting(each -> each.at("/Status/Err").asText())
        .contains("no suitable node (max replicas per node limit exceed)");
    s.service(
        "{'Name':'c','TaskTemplate':{'ContainerSpec':{'Image':'x'},'Resources':"
            + "{'Reservations':{'MemoryBytes':99999999999}}}}");
    assertThat(s.tasks("c").get(0).at("/Status/Err").asText())
        .isEqualTo("no suitable node (insufficient resources on 3 nodes)");
  }

  @Test
  void jobsRunToCompletionAndAgain() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'job','Mode':{'ReplicatedJob':{'MaxConcurrent':2,'TotalCompletions':3}},"
            + "'TaskTemplate':{'ContainerSpec':{'Image':'busybox','Args':['sleep','5']},"
            + "'RestartPolicy':{'Condition':'none'}}}");
    s.seconds(1);
    assertThat(s.tasks("job")).hasSize(2);
    JsonNode first = s.tasks("job").get(0);
    assertThat(first.has("Slot")).isFalse();
    assertThat(first.path("JobIteration")).isEqualTo(Wire.json("{}"));
    assertThat(first.path("DesiredState").asText()).isEqualTo("complete");
    s.seconds(20);
    assertThat(s.tasks("job"))
        .hasSize(3)
        .allSatisfy(t -> assertThat(t.at("/Status/State").asText()).isEqualTo("complete"));
    assertThat(s.m.get("/services?status=1").json().at("/0/ServiceStatus"))
        .isEqualTo(Wire.json("{'RunningTasks':0,'DesiredTasks':2,'CompletedTasks':3}"));
    s.update("job", spec -> {});
    s.seconds(20);
    assertThat(s.inspect("job").at("/JobStatus/JobIteration/Index").asInt()).isEqualTo(1);
    assertThat(s.tasks("job")).hasSize(6);
    s.service(
        "{'Name':'each','Mode':{'GlobalJob':{}},"
            + "'TaskTemplate':{'ContainerSpec':{'Image':'busybox','Args':['true']}}}");
    assertThat(s.tasks("each"))
        .hasSize(3)
        .allSatisfy(t -> assertThat(t.at("/Status/State").asText()).isEqualTo("complete"));
  }

  @Test
  void restartsStopWhereThePolicySaysSo() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("bad:1").exitsWith(3);
    s.service(
        "{'Name':'bad','TaskTemplate':{'ContainerSpec':{'Image':'bad:1'},'RestartPolicy':"
            + "{'Condition':'on-failure','MaxAttempts':2,'Delay':1000000000}}}");
    s.seconds(30);
    assertThat(s.tasks("bad"))
        .hasSize(3)
        .allSatisfy(t -> assertThat(t.at("/Status/State").asText()).isEqualTo("failed"));
    s.service(
        "{'Name':'once','TaskTemplate':{'ContainerSpec':{'Image':'busybox','Args':['true']},"
            + "'RestartPolicy':{'Condition':'none'}}}");
    s.seconds(30);
    assertThat(s.tasks("once")).hasSize(1);
  }

  @Test
  void removedServicesAreGoneAtOnceAndTheirTasksLater() {
    SwarmOfThree s = new SwarmOfThree();
    String id = s.web(2);
    assertThat(s.m.delete("/services/my_web").status()).isEqualTo(200);
    assertThat(s.m.get("/services/my_web").status()).isEqualTo(404);
    assertThat(s.m.get("/tasks?" + Wire.filters("{'service':['" + id + "']}")).status())
        .isEqualTo(404);
    assertThat(s.m.get("/tasks").json()).hasSize(2);
    s.seconds(2);
    assertThat(s.m.get("/tasks").json()).isEmpty();
  }

  @Test
  void privateImagesNeedALogin() {
    SwarmOfThree s =
        new SwarmOfThree(EmbeddedSwarm.builder().privateImage("reg:5000/app:1", "u", "p"));
    String spec = "{'Name':'%s','TaskTemplate':{'ContainerSpec':{'Image':'reg:5000/app:1'}}}";
    s.service(spec.formatted("without"));
    assertThat(s.tasks("without").get(0).at("/Status/Err").asText())
        .isEqualTo("No such image: reg:5000/app:1");
    String auth =
        java.util.Base64.getUrlEncoder()
            .encodeToString(
                "{\"username\":\"u\",\"password\":\"p\"}"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    s.m.with("X-Registry-Auth", auth).post("/services/create", spec.formatted("with"));
    s.seconds(2);
    assertThat(s.running("with")).hasSize(1);
    s.update("with", each -> each.withObject("/Mode/Replicated").put("Replicas", 3));
    s.seconds(2);
    assertThat(s.running("with")).hasSize(3);
  }

  @Test
  void olderVersionsLoseWhatTheyDoNotKnow() {
    SwarmOfThree s = new SwarmOfThree();
    String spec =
        "{'Name':'%s','Mode':{'ReplicatedJob':{}},'TaskTemplate':{'ContainerSpec':{'Image':'x',"
            + "'OomScoreAdj':5,'CapabilityAdd':['CAP_SYS_TIME'],'Future':{'A':1}}}}";
    s.m.post("/v1.40/services/create", spec.formatted("old"));
    assertThat(s.inspect("old").at("/Spec/Mode"))
        .isEqualTo(Wire.json("{'Replicated':{'Replicas':1}}"));
    assertThat(s.inspect("old").at("/Spec/TaskTemplate/ContainerSpec").has("CapabilityAdd"))
        .isFalse();
    s.m.post("/v1.45/services/create", spec.formatted("middle"));
    JsonNode container = s.inspect("middle").at("/Spec/TaskTemplate/ContainerSpec");
    assertThat(container.has("OomScoreAdj")).isFalse();
    assertThat(container.has("CapabilityAdd")).isTrue();
    assertThat(container.path("Future")).isEqualTo(Wire.json("{'A':1}"));
  }

  @Test
  void anEngineMayForgetWhatItDoesNotKnow() {
    SwarmOfThree s = new SwarmOfThree(EmbeddedSwarm.builder().keepsUnknownMembers(false));
    s.service("{'Name':'a','Future':1,'TaskTemplate':{'ContainerSpec':{'Image':'x','Future':2}}}");
    assertThat(s.inspect("a").toString()).doesNotContain("Future");
  }
}
