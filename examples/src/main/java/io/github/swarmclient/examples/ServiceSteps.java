package io.github.swarmclient.examples;

import static java.time.Duration.ofSeconds;

import io.github.swarmclient.ExecResult;
import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogSource;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.NoConnectionException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RolloutException;
import io.github.swarmclient.RolloutOutcome;
import io.github.swarmclient.RolloutProgress;
import io.github.swarmclient.RolloutResult;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.testkit.PrivateImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Rows 16 to 30: services. */
final class ServiceSteps {
  private static final String CHATTY = "while true; do echo out; echo err >&2; sleep 1; done";

  private final Lab lab;

  ServiceSteps(Lab lab) {
    this.lab = lab;
  }

  List<Step> steps() {
    return List.of(
        new Step(
            16,
            "docker service create --replicas 3 --publish 8080:80",
            "services.create(\"my_web\").image(…).replicas(3).publish(8080, 80).await()",
            this::create),
        new Step(
            17,
            "docker service create alpine ping HOST",
            "….image(\"alpine\").args(\"ping\", host).await()",
            this::ping),
        new Step(18, "--mode global", "….global()", this::global),
        new Step(
            19, "--publish in all its forms", "….publish(\"8080-8082:80-82/tcp\")", this::publish),
        new Step(
            20,
            "docker login, --with-registry-auth",
            "….registryAuth(user, password)",
            this::registry),
        new Step(21, "docker service ls", "services.list()", this::list),
        new Step(
            22,
            "docker service inspect --pretty",
            "services.inspect(\"my_web\").pretty()",
            this::inspect),
        new Step(23, "docker service ps", "services.tasks(\"my_web\")", this::tasks),
        new Step(
            24,
            "docker service scale my_web=5",
            "services.scale(\"my_web\", 5).await()",
            this::scale),
        new Step(
            25, "docker service rm", "services.remove(\"my_ports\").awaitGone()", this::remove),
        new Step(
            26,
            "docker service update --image",
            "services.update(\"redis\").image(…).await()",
            this::update),
        new Step(
            27, "docker service logs -f", "services.logs(\"chatty\").follow().open()", this::logs),
        new Step(
            28, "docker service rollback", "services.rollback(\"my_web\").await()", this::rollback),
        new Step(29, "docker service ps after a drain", "services.tasks(\"redis\")", this::history),
        new Step(
            30, "docker container cp", "services.copyTo(\"my_web\", file, folder)", this::copy));
  }

  private String create() {
    RolloutResult result =
        lab.services().create("my_web").image("nginx:1.13").replicas(3).publish(8080, 80).await();
    List<ServiceTask> running = lab.services().tasks("my_web").running();
    Set<String> nodes = running.stream().map(ServiceTask::node).collect(Collectors.toSet());
    Expect.that(running.size() == 3 && nodes.size() == 3, "3 tasks on 3 nodes", running);
    return result.outcome() + ": " + running;
  }

  private String ping() {
    lab.services().create("myping").image("alpine").args("ping", "127.0.0.1").replicas(1).await();
    ServiceTask task = lab.services().tasks("myping").running().get(0);
    Expect.that(task.image().startsWith("alpine:latest"), "the tag latest", task.image());
    ExecResult processes = lab.m.tasks().exec(task.task(), "hostname");
    Expect.that(processes.exitCode() == 0, "the container answers", processes);
    lab.until("the ping writes", () -> !lines("myping", 1).isEmpty());
    return task + ", which writes: " + lines("myping", 1).get(0).text();
  }

  private List<LogLine> lines(String service, int tail) {
    try (LogStream logs = lab.services().logs(service).tail(tail).open()) {
      return logs.lines().toList();
    }
  }

  private String global() {
    Expect.refusal(
        IllegalArgumentException.class,
        () -> lab.services().create("both").image("nginx:1.13").global().replicas(3).execute());
    lab.w3.leave().execute();
    lab.until("docker03 is down", () -> lab.stateOf(lab.host3.hostname()).equals("down"));
    lab.nodes().prune();
    lab.services().create("everywhere").image("nginx:1.13").global().await();
    int before = lab.services().tasks("everywhere").running().size();
    Expect.that(before == 2, "one task on each of 2 nodes", before);
    String token = Objects.requireNonNull(lab.m.joinTokens().worker());
    lab.w3.join(lab.host1.address() + ":2377").token(token).execute();
    lab.until(
        "the new node gets a task", () -> lab.services().tasks("everywhere").running().size() == 3);
    lab.services().remove("everywhere").awaitGone();
    return "2 nodes: 2 tasks; a third joined: 3; global with replicas is refused before sending";
  }

  private String publish() {
    lab.services()
        .create("my_ports")
        .image("nginx:1.13")
        .replicas(1)
        .publish("18080-18082:80-82/tcp")
        .publish("published=18090,target=90,protocol=udp")
        .publish(p -> p.target(80).published(18088).host())
        .await();
    Service service = lab.services().inspect("my_ports");
    List<PortConfig> ports = service.endpoint() == null ? List.of() : service.endpoint().ports();
    Set<String> seen =
        ports.stream()
            .map(
                p ->
                    p.publishedPort()
                        + ":"
                        + p.targetPort()
                        + "/"
                        + p.protocol()
                        + " "
                        + p.publishMode())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected =
        Set.of(
            "18080:80/tcp ingress",
            "18081:81/tcp ingress",
            "18082:82/tcp ingress",
            "18088:80/tcp host",
            "18090:90/udp ingress");
    Expect.that(seen.equals(expected), "exactly the ports " + expected, seen);
    IllegalArgumentException malformed =
        Expect.refusal(
            IllegalArgumentException.class,
            () -> lab.services().update("my_ports").publish("80:http"));
    return seen + "; " + Expect.words(malformed);
  }

  private String registry() {
    PrivateImage image = lab.cluster.privateImage();
    lab.services()
        .create("secluded")
        .image(image.reference())
        .registryAuth(image.user(), image.password())
        .replicas(1)
        .constraint("node.role == worker")
        .await();
    lab.services().update("secluded").env("CHANGED", "yes").await();
    ServiceTask task = lab.services().tasks("secluded").running().get(0);
    lab.nodes().drain(task.node()).awaitDrained();
    lab.services().rollout("secluded").await();
    ServiceTask moved = lab.services().tasks("secluded").running().get(0);
    Expect.that(!moved.node().equals(task.node()), "another node", moved);
    lab.nodes().activate(task.node()).await();
    lab.services().remove("secluded").awaitGone();
    return image.reference()
        + " ran on "
        + task.node()
        + ", updated, then moved to "
        + moved.node();
  }

  private String list() {
    var services = lab.services().list();
    lab.show(services.pretty());
    Service web = services.named("my_web").orElseThrow();
    boolean counted =
        web.serviceStatus() != null
            && Objects.equals(web.serviceStatus().runningTasks(), 3L)
            && Objects.equals(web.serviceStatus().desiredTasks(), 3L);
    Expect.that(counted, "my_web 3/3", web);
    return services.size() + " services";
  }

  private String inspect() {
    String page = lab.services().inspect("my_web").pretty();
    lab.show(page);
    for (String part :
        List.of(
            "Replicas:\t3",
            "Image:\tnginx:1.13",
            "PublishedPort:\t8080",
            "UpdateConfig",
            "RollbackConfig",
            "Endpoint Mode:\tvip")) {
      Expect.that(page.contains(part), part, page);
    }
    return "the page of my_web";
  }

  private String tasks() {
    var tasks = lab.services().tasks("my_web");
    lab.show(tasks.pretty());
    Expect.that(tasks.size() >= 3, "at least 3 tasks", tasks.size());
    return tasks.size() + " tasks, in the order of their slots";
  }

  private String scale() {
    Set<String> before = ids("my_web");
    lab.services().scale("my_web", 5).await();
    Set<String> five = ids("my_web");
    Expect.that(five.size() == 5 && five.containsAll(before), "2 new tasks beside the old", five);
    lab.services().scale(Map.of("my_web", 3, "myping", 2)).await();
    Expect.that(ids("my_web").size() == 3 && ids("myping").size() == 2, "3 and 2", ids("my_web"));
    return "3 -> 5 with the old tasks untouched; then my_web=3 and myping=2 at once";
  }

  private Set<String> ids(String service) {
    return lab.services().tasks(service).running().stream()
        .map(ServiceTask::id)
        .collect(Collectors.toSet());
  }

  private String remove() {
    String id = Objects.requireNonNull(lab.services().inspect("my_ports").id());
    lab.services().remove("my_ports").awaitGone();
    Expect.refusal(NotFoundException.class, () -> lab.services().inspect("my_ports"));
    List<Task> left =
        lab.m.tasks().list().stream().filter(task -> id.equals(task.serviceId())).toList();
    Expect.that(left.isEmpty(), "no task of it", left);
    return "my_ports is gone, and so are its tasks";
  }

  private String update() {
    lab.services()
        .create("redis")
        .image("redis:3.0.6")
        .replicas(3)
        .updateConfig(u -> u.delay(ofSeconds(30)).parallelism(1))
        .await();
    List<RolloutProgress> seen = new ArrayList<>();
    RolloutResult result =
        lab.services()
            .update("redis")
            .image("redis:3.0.7")
            .await(
                rollout ->
                    rollout.onProgress(
                        progress -> {
                          seen.add(progress);
                          lab.show(progress.toString());
                        }));
    Expect.that(
        lab.services().tasks("redis").running().stream()
            .allMatch(task -> task.image().startsWith("redis:3.0.7")),
        "all on the new image",
        lab.services().tasks("redis"));
    boolean together = seen.stream().anyMatch(p -> p.desired() - p.running() > 3);
    Expect.that(!together, "one task at a time", seen);
    return result.outcome() + " in " + seen.size() + " steps; failing: " + failing();
  }

  /** Each failure action ends in its own outcome, which names the failed task. */
  private Map<String, RolloutOutcome> failing() {
    Map<String, RolloutOutcome> outcomes = new LinkedHashMap<>();
    for (FailureAction action :
        List.of(FailureAction.PAUSE, FailureAction.ROLLBACK, FailureAction.CONTINUE)) {
      String name = "fails-" + action;
      lab.services()
          .create(name)
          .image("alpine")
          .args("sleep", "3600")
          .stopGracePeriod(ofSeconds(1))
          .replicas(2)
          .updateConfig(u -> u.failureAction(action).monitor(ofSeconds(2)))
          .await();
      RolloutException failure =
          Expect.refusal(
              RolloutException.class, () -> lab.services().update(name).args("false").await());
      Expect.that(!failure.result().failures().isEmpty(), "the failed task is named", failure);
      outcomes.put(action.value(), failure.result().outcome());
      lab.services().remove(name).awaitGone();
    }
    Map<String, RolloutOutcome> expected =
        Map.of(
            "pause", RolloutOutcome.PAUSED,
            "rollback", RolloutOutcome.ROLLED_BACK,
            "continue", RolloutOutcome.COMPLETED_WITH_FAILURES);
    Expect.that(outcomes.equals(expected), expected.toString(), outcomes);
    return outcomes;
  }

  private String logs() {
    lab.services()
        .create("chatty")
        .image("alpine")
        .args("sh", "-c", CHATTY)
        .stopGracePeriod(ofSeconds(1))
        .replicas(2)
        .await();
    lab.until("all write", () -> lines("chatty", 10).size() >= 8);
    List<LogLine> lines = new ArrayList<>();
    try (LogStream logs = lab.services().logs("chatty").follow().open()) {
      logs.lines().limit(8).forEach(lines::add);
    }
    Set<LogSource> sources = lines.stream().map(LogLine::source).collect(Collectors.toSet());
    Expect.that(sources.size() == 2, "both streams", sources);
    boolean known =
        lines.stream()
            .allMatch(l -> l.taskId() != null && l.nodeId() != null && l.timestamp() != null);
    Expect.that(known, "task, node and time of each line", lines);
    lab.services().remove("chatty").awaitGone();
    return lines.size() + " lines followed, stdout and stderr apart, each with task, node and time";
  }

  private String rollback() {
    lab.services().scale("my_web", 4).await();
    lab.services().scale("my_web", 3).await();
    int before = ids("my_web").size();
    RolloutResult result = lab.services().rollback("my_web").await();
    int after = ids("my_web").size();
    Expect.that(before == 3 && after == 4, "4 -> 3 -> 4", before + " -> " + after);
    return "4 -> 3 -> 4, " + result.outcome();
  }

  private String history() {
    ServiceTask task = lab.services().tasks("redis").running().get(0);
    lab.nodes().drain(task.node()).awaitDrained();
    lab.services().rollout("redis").await();
    var tasks = lab.services().tasks("redis");
    lab.show(tasks.pretty());
    boolean shutDown =
        tasks.stream().anyMatch(t -> t.node().equals(task.node()) && t.state().terminal());
    boolean elsewhere = tasks.running().stream().noneMatch(t -> t.node().equals(task.node()));
    Expect.that(shutDown && elsewhere, "shut down there, running elsewhere", tasks);
    lab.nodes().activate(task.node()).await();
    lab.services().remove("redis").awaitGone();
    return "the tasks of " + task.node() + " shut down, and run elsewhere";
  }

  private String copy() throws IOException {
    Path folder = Files.createTempDirectory("walkthrough");
    Path page = Files.writeString(folder.resolve("index.html"), "copied by swarm-client\n");
    List<Task> tasks = lab.services().copyTo("my_web", page, "/usr/share/nginx/html");
    Set<String> nodes = new HashSet<>();
    for (Task task : tasks) {
      String seen = lab.m.tasks().exec(task, "cat", "/usr/share/nginx/html/index.html").stdout();
      Expect.that(seen.equals("copied by swarm-client\n"), "the page in each container", seen);
      nodes.add(task.nodeId());
    }
    Files.delete(page);
    Files.delete(folder);
    Expect.that(tasks.size() == 4 && nodes.size() >= 2, "4 containers on several nodes", nodes);
    NoConnectionException refusal;
    try (SwarmClient alone = lab.host1.connect()) {
      Task remote =
          tasks.stream()
              .filter(t -> !Objects.equals(t.nodeId(), selfId(alone)))
              .findFirst()
              .orElseThrow();
      refusal =
          Expect.refusal(NoConnectionException.class, () -> alone.tasks().exec(remote, "hostname"));
    }
    return "in all 4 containers on " + nodes.size() + " nodes; " + Expect.words(refusal);
  }

  private static String selfId(SwarmClient client) {
    return String.valueOf(client.nodes().list().self().orElseThrow().id());
  }
}
