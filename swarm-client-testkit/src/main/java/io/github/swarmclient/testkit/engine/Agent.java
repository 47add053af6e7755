package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What the nodes do with the tasks they are given: prepare, run and stop them, step by step. */
final class Agent {
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration START = Duration.ofMillis(60);
  private static final Duration CACHED_PULL = Duration.ofMillis(40);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  /** Where engines begin to look for free ports of the host. */
  private static final int FIRST_FREE_PORT = 32768;

  private final Cluster cluster;

  Agent(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Lets the node of a task do what is next for it, unless it is down. */
  void attend(Task task) {
    task.step++;
    Node node = cluster.nodeOf(task);
    if (node == null || !node.alive() || task.state.ended()) {
      return;
    }
    if (task.desired.after(TaskState.COMPLETE)) {
      stop(task);
      return;
    }
    switch (task.state) {
      case ASSIGNED -> next(task, STEP, () -> move(task, TaskState.ACCEPTED, "accepted"));
      case ACCEPTED -> next(task, STEP, () -> move(task, TaskState.PREPARING, "preparing"));
      case PREPARING -> next(task, pullTime(task, node), () -> prepare(task, node));
      case READY -> {
        if (task.desired.after(TaskState.READY)) {
          next(task, STEP, () -> move(task, TaskState.STARTING, "starting"));
        }
      }
      case STARTING -> next(task, START, () -> start(task));
      default -> {}
    }
  }

  private void next(Task task, Duration delay, Runnable action) {
    long step = task.step;
    Host host = hostOf(task);
    long run = host.run();
    cluster
        .world
        .time()
        .after(
            delay,
            () -> {
              if (task.step == step && host.isRunning(run) && alive(task)) {
                action.run();
              }
            });
  }

  private boolean alive(Task task) {
    Node node = cluster.nodeOf(task);
    return node != null && node.alive();
  }

  private Host hostOf(Task task) {
    Node node = cluster.nodeOf(task);
    if (node == null) {
      throw new IllegalStateException("the node of task " + task.id + " is gone");
    }
    return node.host;
  }

  private void move(Task task, TaskState state, String message) {
    cluster.report(task, state, message, "");
    attend(task);
  }

  private Duration pullTime(Task task, Node node) {
    String image = Json.string(task.containerSpec(), "Image");
    boolean there = node.host.images().has(image);
    return there ? CACHED_PULL : cluster.world.images().script(image).pullsFor;
  }

  private void prepare(Task task, Node node) {
    String image = Json.string(task.containerSpec(), "Image");
    Images images = cluster.world.images();
    boolean cached = node.host.images().has(image);
    if (!cached && !(images.exists(image) && images.admits(image, task.registryAuth))) {
      cluster.report(task, TaskState.REJECTED, "preparing", "No such image: " + image);
      return;
    }
    long limit = Json.number(task.spec, 0, "Resources", "Limits", "NanoCPUs");
    long there = node.host.settings().nanoCpus();
    if (limit > there) {
      cluster.report(task, TaskState.REJECTED, "preparing", tooManyCpus(there / 1_000_000_000));
      return;
    }
    node.host.images().add(image);
    Container container =
        new Container(
            node.host, task, cluster.world.ids().hex64(), ContainerPlan.of(task, node, images));
    Program.furnish(container, cluster);
    VolumeEndpoints.mount(container);
    node.host.containers().put(container.id, container);
    task.container = container;
    container.emit("create");
    move(task, TaskState.READY, "prepared");
  }

  private static String tooManyCpus(long there) {
    return "Range of CPUs is from 0.01 to %1$d.00, as there are only %1$d CPUs available"
        .formatted(there);
  }

  private void start(Task task) {
    Container container = container(task);
    String error = Program.startError(container);
    if (error != null) {
      container.status = "created";
      container.exitCode = 127;
      cluster.report(task, TaskState.FAILED, "starting", error);
      return;
    }
    container.start();
    Program.run(container, code -> exited(task, code));
    Health.watch(container, caretaker(task));
  }

  private Health.Caretaker caretaker(Task task) {
    return new Health.Caretaker() {
      @Override
      public void later(Duration delay, Runnable step) {
        next(task, delay, step);
      }

      @Override
      public void healthy() {
        running(task);
      }

      @Override
      public void unhealthy() {
        Agent.this.unhealthy(task);
      }
    };
  }

  private static Container container(Task task) {
    Container container = task.container;
    if (container == null) {
      throw new IllegalStateException("task " + task.id + " has no container");
    }
    return container;
  }

  private void running(Task task) {
    openHostPorts(task);
    cluster.report(task, TaskState.RUNNING, "started", "");
    Duration sick = container(task).script.unhealthyAfter;
    // Who is not asked is not sick.
    if (sick != null && !Health.isOff(container(task))) {
      next(task, sick, () -> unhealthy(task));
    }
  }

  private void unhealthy(Task task) {
    Container container = container(task);
    container.health = "unhealthy";
    container.exit(137);
    String error = "task: non-zero exit (137): dockerexec: unhealthy container";
    cluster.report(task, TaskState.FAILED, task.message, error);
  }

  private void exited(Task task, int code) {
    container(task).exit(code);
    task.step++;
    if (task.state.ended()) {
      return;
    }
    if (task.desired.after(TaskState.COMPLETE)) {
      cluster.report(task, TaskState.SHUTDOWN, "shutdown", "");
    } else if (code == 0) {
      cluster.report(task, TaskState.COMPLETE, "finished", "");
    } else {
      cluster.report(task, TaskState.FAILED, task.message, "task: non-zero exit (" + code + ")");
    }
  }

  private void stop(Task task) {
    Container container = task.container;
    if (container == null || !container.running()) {
      next(task, STEP, () -> cluster.report(task, TaskState.SHUTDOWN, "shutdown", ""));
      return;
    }
    Duration grace =
        Duration.ofNanos(
            Json.number(task.containerSpec(), STOP_GRACE.toNanos(), "StopGracePeriod"));
    container.emit("kill");
    boolean patient = container.script.stopsAfter.compareTo(grace) <= 0;
    next(
        task,
        patient ? container.script.stopsAfter : grace,
        () -> {
          container.exit(patient ? 0 : 137);
          container.emit("stop");
          cluster.report(task, TaskState.SHUTDOWN, "shutdown", "");
        });
  }

  private void openHostPorts(Task task) {
    task.hostPorts.removeAll();
    if (task.endpointSpec == null) {
      return;
    }
    for (JsonNode port : task.endpointSpec.path("Ports")) {
      if (Json.string(port, "PublishMode").equals("host")) {
        ObjectNode open = port.deepCopy();
        if (Json.number(port, 0, "PublishedPort") == 0) {
          open.put("PublishedPort", FIRST_FREE_PORT + hostOf(task).containers().size());
        }
        task.hostPorts.add(open);
      }
    }
  }

  /** Goes on with the tasks of a node that was out of reach. */
  void resume(Node node) {
    for (Task task : java.util.List.copyOf(cluster.tasks.values())) {
      if (task.nodeId.equals(node.id) && !task.state.ended()) {
        attend(task);
      }
    }
  }

  /** Reports what became of the tasks of a node whose engine has lost all containers. */
  void tasksLost(Node node) {
    for (Task task : java.util.List.copyOf(cluster.tasks.values())) {
      if (!task.nodeId.equals(node.id) || task.state.ended()) {
        continue;
      }
      if (task.desired.after(TaskState.COMPLETE)) {
        cluster.report(task, TaskState.SHUTDOWN, "shutdown", "");
      } else if (task.state.after(TaskState.READY)) {
        cluster.report(task, TaskState.FAILED, "started", "task: non-zero exit (137)");
      } else {
        attend(task);
      }
    }
  }
}
