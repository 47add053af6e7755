package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt to run a container of a service. */
final class Task extends Stored {
  final String serviceId;
  final String serviceName;
  final ObjectNode serviceLabels;
  final ObjectNode spec;
  final @Nullable ObjectNode endpointSpec;
  final String registryAuth;
  final long specVersion;

  /** The number among the replicas; 0 for tasks of global services. */
  final long slot;

  /** The run of the job this task belongs to, or −1 if it belongs to none. */
  final long iteration;

  String nodeId;
  TaskState state = TaskState.NEW;
  TaskState desired = TaskState.RUNNING;
  Instant timestamp;
  String message = "created";
  String err = "";
  ArrayNode attachments = Json.array();
  ArrayNode hostPorts = Json.array();

  /** What its node gives it of what it has reserved, besides processors and memory. */
  ArrayNode genericResources = Json.array();

  /** The container, once there is one; it stays until the task is forgotten. */
  @Nullable Container container;

  /** Until when the task waits before it may run, or null. */
  @Nullable Instant heldUntil;

  /** The task that has to end before this one may run, or null. */
  @Nullable Task successorOf;

  /** Whether the task waits for either of these. */
  boolean held;

  /** Counts the steps the node has begun, so that a step overtaken by another one is dropped. */
  long step;

  private final boolean global;
  private final String key;

  Task(
      String id,
      Instant now,
      Service service,
      long slot,
      String nodeId,
      long iteration,
      boolean global) {
    super(id, now);
    // The spec of a service is replaced, never changed, so that all its tasks can share it.
    this.serviceId = service.id;
    this.serviceName = service.name();
    this.serviceLabels = service.labels();
    this.spec = service.taskSpec();
    this.endpointSpec = service.spec.get("EndpointSpec") instanceof ObjectNode there ? there : null;
    this.registryAuth = service.registryAuth;
    this.specVersion = service.specVersion;
    this.slot = slot;
    this.nodeId = nodeId;
    this.iteration = iteration;
    this.timestamp = now;
    this.global = global;
    this.key = global ? nodeId : Long.toString(slot);
  }

  /** Returns the name, which the engine does not send: clients put it together themselves. */
  @Override
  String name() {
    return serviceName + "." + key() + "." + id;
  }

  /** Returns what the tasks that follow each other have in common: the slot, or the node. */
  String key() {
    return key;
  }

  boolean global() {
    return global;
  }

  boolean wanted() {
    return !desired.after(TaskState.RUNNING);
  }

  /** Returns whether it occupies its node: it runs there, or will, or is not down yet. */
  boolean occupies() {
    return !nodeId.isEmpty() && !state.ended();
  }

  ObjectNode containerSpec() {
    return spec.get("ContainerSpec") instanceof ObjectNode there ? there : Json.object();
  }

  ObjectNode json() {
    ObjectNode node = meta();
    node.putObject("Labels");
    ObjectNode shown = spec.deepCopy();
    // Services name the runtime of their tasks, tasks do not.
    shown.remove("Runtime");
    node.set("Spec", shown);
    node.put("ServiceID", serviceId);
    // Go leaves a zero out: global tasks and the first slot of a job come without a slot.
    if (slot != 0) {
      node.put("Slot", slot);
    }
    if (!nodeId.isEmpty()) {
      node.put("NodeID", nodeId);
    }
    node.set("Status", status());
    node.put("DesiredState", desired.word());
    if (!attachments.isEmpty()) {
      node.set("NetworksAttachments", attachments.deepCopy());
    }
    if (!genericResources.isEmpty()) {
      node.set("GenericResources", genericResources.deepCopy());
    }
    if (iteration >= 0) {
      ObjectNode version = node.putObject("JobIteration");
      if (iteration > 0) {
        version.put("Index", iteration);
      }
    }
    return node;
  }

  private ObjectNode status() {
    ObjectNode status = Json.object();
    status.put("Timestamp", Json.time(timestamp));
    status.put("State", state.word());
    status.put("Message", message);
    if (!err.isEmpty()) {
      status.put("Err", err);
    }
    Container there = container;
    if (there != null) {
      status
          .putObject("ContainerStatus")
          .put("ContainerID", there.id)
          .put("PID", there.running() ? there.pid : 0)
          .put("ExitCode", there.exitCode);
    }
    ObjectNode ports = status.putObject("PortStatus");
    if (!hostPorts.isEmpty()) {
      ports.set("Ports", hostPorts.deepCopy());
    }
    return status;
  }
}
