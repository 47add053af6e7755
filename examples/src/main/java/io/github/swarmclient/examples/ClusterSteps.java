package io.github.swarmclient.examples;

import io.github.swarmclient.Drained;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.ImagePullException;
import io.github.swarmclient.InvalidJoinTokenException;
import io.github.swarmclient.Preflight;
import io.github.swarmclient.PreflightReport;
import io.github.swarmclient.QuorumException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.ServiceTask;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmFormation;
import io.github.swarmclient.SwarmInitialized;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.EngineVersion;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.Reachability;
import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.testkit.PrivateImage;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.transport.EngineAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Rows 1 to 15: engines, and the swarm they form. */
final class ClusterSteps {
  private final Lab lab;

  ClusterSteps(Lab lab) {
    this.lab = lab;
  }

  List<Step> steps() {
    return List.of(
        new Step(1, "docker version", "swarm.version()", this::version),
        new Step(
            2, "ports, clocks, host names", "Preflight.between(m, w2, w3).run()", this::preflight),
        new Step(
            3, "docker pull IMAGE", "m.images().pull(image).onProgress(…).execute()", this::pull),
        new Step(4, "docker swarm init", "m.init().advertiseAddr(a).execute()", this::init),
        new Step(
            5,
            "docker swarm join-token",
            "m.joinTokens(), m.rotateJoinToken(WORKER)",
            this::tokens),
        new Step(6, "docker swarm join", "w2.join(address).token(t).execute()", this::join),
        new Step(
            7, "chapter 4 in one go", "SwarmFormation.on(m).workers(w2, w3).form()", this::form),
        new Step(8, "docker node ls", "nodes.list()", this::list),
        new Step(9, "docker swarm leave", "w3.leave().execute()", this::leave),
        new Step(10, "docker node rm [-f]", "nodes.remove(id).execute()", this::remove),
        new Step(11, "join again after leaving", "nodes.prune()", this::rejoin),
        new Step(12, "the last manager leaves", "m.leave().force().execute()", this::lastManager),
        new Step(
            13,
            "docker node update --availability",
            "nodes.drain(\"docker02\").awaitDrained()",
            this::availability),
        new Step(
            14, "docker node promote, demote", "nodes.promote(\"docker02\").await()", this::roles),
        new Step(15, "the leader fails", "client of m1, m2, m3", this::failover));
  }

  private String version() {
    EngineVersion version = lab.m.version();
    Expect.that(version.version() != null && version.minApiVersion() != null, "a version", version);
    return "engine %s, API %s (minimum %s), %s/%s; negotiated %s"
        .formatted(
            version.version(),
            version.apiVersion(),
            version.minApiVersion(),
            version.os(),
            version.arch(),
            lab.m.apiVersion());
  }

  private String preflight() {
    PreflightReport report = Preflight.between(lab.m, lab.w2, lab.w3).run();
    lab.show(report.pretty());
    Expect.that(report.hosts().size() == 3, "a report for each host", report.hosts().size());
    boolean udpClaimed =
        report.hosts().stream()
            .flatMap(host -> host.ports().stream())
            .anyMatch(port -> port.protocol().value().equals("udp") && port.reason().isEmpty());
    Expect.that(!udpClaimed, "UDP ports are not verifiable", report);
    return "3 hosts, problems: " + (report.problems().isEmpty() ? "none" : report.problems());
  }

  private String pull() {
    AtomicInteger lines = new AtomicInteger();
    PrivateImage image = lab.cluster.privateImage();
    String id =
        lab.m
            .images()
            .pull(image.reference())
            .registryAuth(image.user(), image.password())
            .onProgress(progress -> lines.incrementAndGet())
            .execute()
            .id();
    Expect.that(lines.get() > 0 && id != null, "progress and an image", lines);
    String missing = image.reference() + "-is-missing";
    SwarmException refusal =
        Expect.refusal(
            SwarmException.class,
            () ->
                lab.m.images().pull(missing).registryAuth(image.user(), image.password()).execute(),
            e -> e instanceof ImagePullException || e instanceof EngineException);
    return lines + " lines of progress; a missing image is a " + Expect.words(refusal);
  }

  private String init() {
    SwarmInitialized swarm = lab.m.init().advertiseAddr(lab.host1.address()).execute();
    String command = swarm.joinCommand(NodeRole.WORKER);
    Expect.that(command.contains(swarm.managerAddress()), "a join command", swarm);
    SwarmStateException again =
        Expect.refusal(
            SwarmStateException.class,
            () -> lab.m.init().advertiseAddr(lab.host1.address()).execute(),
            e -> e.state() == State.ALREADY_IN_SWARM);
    return "node %s; %s; a second init is a %s"
        .formatted(
            swarm.nodeId(),
            command.replaceAll("SWMTKN-\\S+", "<token>"),
            again.getClass().getSimpleName());
  }

  private String tokens() {
    JoinTokens before = lab.m.joinTokens();
    JoinTokens after = lab.m.rotateJoinToken(NodeRole.WORKER);
    Expect.that(
        !Objects.equals(before.worker(), after.worker())
            && Objects.equals(before.manager(), after.manager()),
        "only the worker's token changes",
        "something else");
    Expect.that(!after.toString().contains("SWMTKN-1-"), "no token in toString", "one");
    return "only the worker's token changed; printed: " + after;
  }

  private String join() {
    String address = lab.host1.address() + ":2377";
    String token = Objects.requireNonNull(lab.m.joinTokens().worker());
    String id = lab.w2.join(address).token(token).execute();
    lab.until("docker02 is ready", () -> lab.stateOf(lab.host2.hostname()).equals("ready"));
    Expect.refusal(
        SwarmStateException.class,
        () -> lab.w2.join(address).token(token).execute(),
        e -> e.state() == State.ALREADY_IN_SWARM);
    String typo = token.substring(0, token.length() - 1) + (token.endsWith("x") ? "y" : "x");
    Expect.refusal(
        InvalidJoinTokenException.class, () -> lab.w3.join(address).token(typo).execute());
    Expect.refusal(
        SwarmStateException.class,
        () -> lab.w3.join(lab.host1.address() + ":2999").token(token).execute(),
        e -> e.state() == State.MANAGER_UNREACHABLE);
    try {
      lab.w3.leave().force().execute();
    } catch (SwarmStateException notTrying) {
      Expect.that(notTrying.state() == State.NOT_IN_SWARM, "not in a swarm", notTrying.state());
    }
    return "node " + id + " is ready; joined twice, wrong token, no manager: three typed errors";
  }

  private String form() {
    SwarmFormation formation =
        SwarmFormation.on(lab.m).advertiseAddr(lab.host1.address()).workers(lab.w2, lab.w3);
    String first = formation.form().toString();
    boolean changed = SwarmFormation.on(lab.m).workers(lab.w2, lab.w3).form().changed();
    Expect.that(!changed, "a second run changes nothing", "a change");
    return first + "; run again: nothing changed";
  }

  private String list() {
    var nodes = lab.nodes().list();
    lab.show(nodes.pretty());
    Expect.that(nodes.size() == 3 && nodes.self().isPresent(), "3 nodes, and self", nodes.size());
    long leaders =
        nodes.stream()
            .map(Node::managerStatus)
            .filter(status -> status != null && Boolean.TRUE.equals(status.leader()))
            .count();
    Expect.that(leaders == 1, "one leader", leaders);
    return "3 nodes, self is " + hostname(nodes.self().orElseThrow());
  }

  static String hostname(Node node) {
    return node.description() == null ? "" : String.valueOf(node.description().hostname());
  }

  private String leave() {
    lab.w3.leave().execute();
    lab.until("docker03 is down", () -> lab.stateOf(lab.host3.hostname()).equals("down"));
    return "the manager sees docker03 as Down";
  }

  private String remove() {
    RefusedException refusal =
        Expect.refusal(
            RefusedException.class, () -> lab.nodes().remove(lab.host2.hostname()).execute());
    lab.nodes().remove(lab.host3.hostname()).execute();
    lab.nodes().remove(lab.host2.hostname()).force().execute();
    Expect.that(lab.nodes().list().size() == 1, "one node is left", lab.nodes().list().size());
    String token = Objects.requireNonNull(lab.m.joinTokens().worker());
    SwarmStateException member =
        Expect.refusal(
            SwarmStateException.class,
            () -> lab.w2.join(lab.host1.address() + ":2377").token(token).execute());
    return "of a Ready node: %s; a removed host must leave first: %s"
        .formatted(refusal.engineMessage(), member.state());
  }

  private String rejoin() {
    lab.w2.leave().force().execute();
    String token = Objects.requireNonNull(lab.m.joinTokens().worker());
    String address = lab.host1.address() + ":2377";
    String first = lab.w2.join(address).token(token).execute();
    lab.until("docker02 is ready", () -> lab.stateOf(lab.host2.hostname()).equals("ready"));
    lab.w2.leave().execute();
    lab.until("docker02 is down", () -> lab.stateOf(lab.host2.hostname()).equals("down"));
    String second = lab.w2.join(address).token(token).execute();
    Expect.that(!first.equals(second), "a new node ID", second);
    Expect.that(lab.nodes().list().size() == 3, "the old node stays", lab.nodes().list().size());
    List<Node> pruned = lab.nodes().prune();
    Expect.that(pruned.size() == 1 && first.equals(pruned.get(0).id()), "the old node", pruned);
    return "new ID " + second + ", the old node " + first + " stayed Down and was pruned";
  }

  private String lastManager() {
    SwarmStateException needed =
        Expect.refusal(
            SwarmStateException.class,
            () -> lab.m.leave().execute(),
            e -> e.state() == State.NEEDED_AS_MANAGER);
    SwarmException removal =
        Expect.refusal(
            SwarmException.class,
            () -> lab.nodes().remove(lab.host1.hostname()).force().execute(),
            e -> e instanceof RefusedException || e instanceof QuorumException);
    lab.m.leave().force().execute();
    Expect.refusal(
        SwarmStateException.class,
        () -> lab.services().list(),
        e -> e.state() == State.NOT_IN_SWARM);
    lab.w2.leave().force().execute();
    lab.form();
    return "without force: %s; node rm -f: %s; with force the swarm was gone, and is formed anew"
        .formatted(needed.state(), removal.getClass().getSimpleName());
  }

  private String availability() {
    lab.services().create("moving").image("nginx:1.13").replicas(3).await();
    Drained drained = lab.nodes().drain(lab.host2.hostname()).awaitDrained();
    Expect.that(!drained.stopped().isEmpty(), "tasks moved", drained);
    Expect.that(on(lab.host2.hostname()).isEmpty(), "none runs there", on(lab.host2.hostname()));
    lab.nodes().activate(lab.host2.hostname()).await();
    Expect.that(on(lab.host2.hostname()).isEmpty(), "old tasks stay away", "they came back");
    List<String> before = on(lab.host3.hostname());
    lab.nodes().pause(lab.host3.hostname()).await();
    lab.services().scale("moving", 6).await();
    Expect.that(
        on(lab.host3.hostname()).equals(before), "pause keeps tasks, and adds none", before);
    lab.nodes().activate(lab.host3.hostname()).await();
    lab.services().remove("moving").awaitGone();
    return drained + "; paused: " + before.size() + " tasks stayed, none came";
  }

  private List<String> on(String hostname) {
    return lab.services().tasks("moving").running().stream()
        .filter(task -> task.node().equals(hostname))
        .map(ServiceTask::id)
        .sorted()
        .toList();
  }

  private String roles() {
    Node promoted = lab.nodes().promote(lab.host2.hostname()).await();
    String reachability =
        promoted.managerStatus() == null
            ? "none"
            : String.valueOf(promoted.managerStatus().reachability());
    Expect.that(reachability.equals("reachable"), "a reachable manager", reachability);
    lab.nodes().demote(lab.host2.hostname()).await();
    QuorumException refusal =
        Expect.refusal(
            QuorumException.class, () -> lab.nodes().demote(lab.host1.hostname()).execute());
    return "docker02 was reachable, then a worker again; " + Expect.words(refusal);
  }

  private String failover() {
    List<String> hosts = List.of(lab.host2.hostname(), lab.host3.hostname());
    hosts.forEach(host -> lab.nodes().promote(host).await());
    String how = loseFirst();
    try (SwarmClient all = clientOfAll()) {
      int seen = all.nodes().list().size();
      all.services().create("once").image("nginx:1.13").replicas(1).await();
      long copies =
          all.services().list().stream()
              .filter(s -> s.spec() != null && "once".equals(s.spec().name()))
              .count();
      Expect.that(seen == 3 && copies == 1, "3 nodes, one service", seen + ", " + copies);
      all.services().remove("once").awaitGone();
    }
    lab.host1.start();
    lab.until("docker01 is ready", this::firstIsBack);
    hosts.forEach(host -> lab.nodes().demote(host).await());
    lab.cluster.nodes().forEach(this::awaitReady);
    return how + ": 3 nodes still listed, one service created once";
  }

  /** Engines of the user's are not stopped; an address where nobody answers stands for one. */
  private String loseFirst() {
    try {
      lab.host1.stop();
      return "docker01 stopped, and came back";
    } catch (UnsupportedOperationException e) {
      return "instead of stopping docker01, the first manager is an address where nobody answers";
    }
  }

  private void awaitReady(SwarmNode node) {
    lab.until(node.hostname() + " is ready", () -> lab.stateOf(node.hostname()).equals("ready"));
  }

  private boolean firstIsBack() {
    try {
      return lab.nodes().list().stream()
          .map(Node::managerStatus)
          .filter(Objects::nonNull)
          .allMatch(status -> Reachability.REACHABLE.equals(status.reachability()));
    } catch (SwarmException notYet) {
      return false;
    }
  }

  private SwarmClient clientOfAll() {
    SwarmClient.Builder builder = SwarmClient.builder().time(lab.cluster.time());
    if (lab.host1 instanceof EnvSwarm.EnvNode) {
      builder.transport(OkHttpTransport.open(EngineAddress.of("tcp://127.0.0.1:1")));
    }
    lab.cluster.nodes().forEach(node -> builder.transport(node.transport()));
    return builder.build();
  }
}
