package io.github.swarmclient.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** A swarm of one manager and two workers, and what tests keep asking it. */
final class SwarmOfThree {
  final EmbeddedSwarm swarm;
  final Wire m;
  final Wire w2;
  final Wire w3;

  SwarmOfThree() {
    this(EmbeddedSwarm.builder());
  }

  SwarmOfThree(EmbeddedSwarm.Builder builder) {
    swarm = builder.host("docker01").host("docker02").host("docker03").start();
    m = Wire.to(swarm.node("docker01"));
    w2 = Wire.to(swarm.node("docker02"));
    w3 = Wire.to(swarm.node("docker03"));
    m.post("/swarm/init", "{'ListenAddr':'0.0.0.0:2377','AdvertiseAddr':'172.16.6.31'}");
    join(w2, "Worker");
    join(w3, "Worker");
    seconds(1);
  }

  Wire.Answer join(Wire host, String role) {
    String token = m.get("/swarm").json().at("/JoinTokens/" + role).asText();
    return host.post(
        "/swarm/join",
        "{'ListenAddr':'0.0.0.0:2377','RemoteAddrs':['172.16.6.31:2377'],'JoinToken':'"
            + token
            + "'}");
  }

  void seconds(double seconds) {
    swarm.advance(Duration.ofMillis((long) (seconds * 1000)));
  }

  /** Creates a service and lets it come up. */
  String service(String json) {
    Wire.Answer answer = m.post("/services/create", json);
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    seconds(2);
    return answer.json().path("ID").asText();
  }

  String web(int replicas) {
    return service(
        "{'Name':'my_web','TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13'}},"
            + "'Mode':{'Replicated':{'Replicas':"
            + replicas
            + "}},'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8080}]}}");
  }

  JsonNode inspect(String service) {
    return m.get("/services/" + service).json();
  }

  /** Changes the spec of a service. */
  Wire.Answer update(String service, java.util.function.Consumer<ObjectNode> edit) {
    return update(service, "", edit);
  }

  Wire.Answer update(String service, String query, java.util.function.Consumer<ObjectNode> edit) {
    JsonNode read = inspect(service);
    ObjectNode spec = read.path("Spec").deepCopy();
    edit.accept(spec);
    return m.post(
        "/services/" + service + "/update?version=" + read.at("/Version/Index").asLong() + query,
        spec);
  }

  Wire.Answer node(String ref, String member, String value) {
    JsonNode read = m.get("/nodes/" + ref).json();
    ObjectNode spec = read.path("Spec").deepCopy();
    spec.put(member, value);
    return m.post("/nodes/" + ref + "/update?version=" + read.at("/Version/Index").asLong(), spec);
  }

  List<JsonNode> tasks(String service) {
    List<JsonNode> tasks = new ArrayList<>();
    m.get("/tasks?" + Wire.filters("{'service':['" + service + "']}")).json().forEach(tasks::add);
    tasks.sort(Comparator.comparingInt((JsonNode task) -> task.path("Slot").asInt()));
    return tasks;
  }

  List<JsonNode> running(String service) {
    return tasks(service).stream()
        .filter(task -> task.at("/Status/State").asText().equals("running"))
        .filter(task -> task.path("DesiredState").asText().equals("running"))
        .toList();
  }

  /** Returns the host names of the nodes on which a service runs, sorted. */
  List<String> places(String service) {
    return running(service).stream().map(this::place).sorted().toList();
  }

  String place(JsonNode task) {
    return nodes().stream()
        .filter(node -> node.path("ID").equals(task.path("NodeID")))
        .map(node -> node.at("/Description/Hostname").asText())
        .findFirst()
        .orElse("?");
  }

  List<JsonNode> nodes() {
    return StreamSupport.stream(m.get("/nodes").json().spliterator(), false).toList();
  }
}
