package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A container: its files, what it has written, and whether it runs. */
final class Container {
  /** A line that a container has written. */
  record Line(Instant at, int stream, String text) {}

  /** A network that the container was connected to, besides those of its service. */
  record Attached(String network, ObjectNode endpoint) {}

  final String id;
  final Host host;
  final Task task;
  final ImageScript script;
  final String image;
  final List<String> command;
  final List<String> env;
  final String hostname;
  final Instant createdAt;
  final FileTree files = new FileTree();
  final List<Line> log = new ArrayList<>();
  final Map<String, Attached> networks = new LinkedHashMap<>();
  final int pid;
  String status = "created";
  String health = "";
  int failingStreak;
  int exitCode;
  Instant startedAt = Instant.EPOCH;
  Instant finishedAt = Instant.EPOCH;

  Container(Host host, Task task, String id, ContainerPlan plan) {
    this.host = host;
    this.task = task;
    this.id = id;
    this.script = plan.script();
    this.image = plan.image();
    this.command = plan.command();
    this.env = plan.env();
    this.hostname = plan.hostname().isEmpty() ? id.substring(0, 12) : plan.hostname();
    this.createdAt = host.world().time().now();
    this.pid = 1000 + host.containers().size() * 7;
  }

  /** Returns the labels: those of the spec, and what engines say of the task. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.putAll(Json.stringMap(task.containerSpec().path("Labels")));
    labels.put("com.docker.swarm.node.id", task.nodeId);
    labels.put("com.docker.swarm.service.id", task.serviceId);
    labels.put("com.docker.swarm.service.name", task.serviceName);
    labels.put("com.docker.swarm.task", "");
    labels.put("com.docker.swarm.task.id", task.id);
    labels.put("com.docker.swarm.task.name", task.name());
    return labels;
  }

  boolean running() {
    return status.equals("running");
  }

  boolean tty() {
    return Json.flag(task.containerSpec(), "TTY");
  }

  void start() {
    status = "running";
    startedAt = host.world().time().now();
    emit("start");
  }

  void exit(int code) {
    status = "exited";
    exitCode = code;
    finishedAt = host.world().time().now();
    emit("die");
  }

  /** Ends it with its engine: nobody is left to tell. */
  void kill(Instant now) {
    if (running()) {
      status = "exited";
      exitCode = 137;
      finishedAt = now;
    }
  }

  void write(int stream, String text) {
    log.add(new Line(host.world().time().now(), stream, text));
    host.world().changed();
  }

  void emit(String action) {
    Instant now = host.world().time().now();
    int code = exitCode;
    host.events().add(() -> event(now, action, code));
    host.world().changed();
  }

  private ObjectNode event(Instant at, String action, int code) {
    ObjectNode event = Events.event(at, "container", action, id, "local");
    ObjectNode attributes = Json.child(Json.child(event, "Actor"), "Attributes");
    labels().forEach(attributes::put);
    attributes.put("image", image).put("name", task.name());
    if (action.equals("die")) {
      attributes.put("exitCode", Integer.toString(code));
    }
    return event;
  }
}
