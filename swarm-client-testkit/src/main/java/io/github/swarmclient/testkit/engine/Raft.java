package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the managers of a swarm agree on, and how long they take to agree again when their leader is
 * gone. The durations are those of engines, rounded; {@code RaftContract} holds them to it.
 */
final class Raft {
  /** How long a leader goes on by itself without the others, and they wait for its heartbeat. */
  private static final Duration NOTICED = Duration.ofSeconds(12);

  /** How long it takes until the others have another leader. */
  private static final Duration ELECTION = Duration.ofSeconds(15);

  /** How long an engine holds a request at most. */
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Cluster cluster;

  /** The managers that do not reach the leader, since when. */
  private final Map<String, Instant> cutOff = new HashMap<>();

  /** What the leader was asked to write when nobody was there to agree any more. */
  private final List<Runnable> unwritten = new ArrayList<>();

  private String leaderId = "";
  private long leaderRun;
  private @Nullable Instant electionDue;

  Raft(Cluster cluster) {
    this.cluster = cluster;
  }

  boolean leads(Node node) {
    return node.id.equals(leaderId);
  }

  /** Returns whether there is a leader that most of the managers follow. */
  boolean decides() {
    Node leader = cluster.nodes.get(leaderId);
    return leader != null && !cutOff.containsKey(leaderId);
  }

  /** Returns whether a manager knows a leader that decides. */
  boolean follows(Node manager) {
    return decides() && !cutOff.containsKey(manager.id);
  }

  /** Looks who is still there, and whether another leader is due. */
  void look() {
    List<Node> majority = cluster.majority();
    Node leader = cluster.nodes.get(leaderId);
    if (leader != null && stillLeads(leader, majority)) {
      electionDue = null;
      takeNote(majority);
      settle(leader);
    } else if (majority.isEmpty()) {
      electionDue = null;
      takeNote(majority);
    } else if (leader == null || !leader.manager || cluster.managers().size() == 1) {
      // A leader that resigns hands over, and one alone has nobody to ask.
      elect(majority);
    } else {
      takeNote(List.of());
      callElection();
    }
    cluster.wake();
  }

  private boolean stillLeads(Node leader, List<Node> majority) {
    Instant cut = cutOff.get(leader.id);
    return majority.contains(leader)
        && leader.host.isRunning(leaderRun)
        && (cut == null || cluster.now().isBefore(cut.plus(NOTICED)));
  }

  /** Writes down who reaches the leader, and since when the others do not. */
  private void takeNote(List<Node> followers) {
    for (Node manager : cluster.managers()) {
      if (followers.contains(manager)) {
        cutOff.remove(manager.id);
      } else {
        cutOff.putIfAbsent(manager.id, cluster.now());
      }
    }
  }

  private void callElection() {
    if (electionDue == null) {
      Instant due = cluster.now().plus(ELECTION);
      electionDue = due;
      cluster
          .world
          .time()
          .at(
              due,
              () -> {
                List<Node> majority = cluster.majority();
                if (due.equals(electionDue) && !majority.isEmpty()) {
                  elect(majority);
                }
              });
    }
  }

  private void elect(List<Node> majority) {
    String before = leaderId;
    Node next = candidate(majority);
    if (!next.id.equals(before)) {
      // Another leader knows nothing of what this one could not write any more.
      unwritten.clear();
    }
    electionDue = null;
    leaderId = next.id;
    leaderRun = next.host.run();
    takeNote(majority);
    cluster.touch(next);
    if (!before.isEmpty()) {
      cluster.emit("node", "update", next, Map.of("leader.old", "false", "leader.new", "true"));
      new Roll(cluster).call(next);
    }
    settle(next);
  }

  /** Those who know most are chosen first. */
  private Node candidate(List<Node> majority) {
    Node first = majority.get(0);
    for (Node node : majority) {
      if (node.id.equals(leaderId) != unwritten.isEmpty()) {
        return node;
      }
    }
    return first;
  }

  private void settle(Node leader) {
    if (!unwritten.isEmpty() && follows(leader)) {
      List<Runnable> writes = List.copyOf(unwritten);
      unwritten.clear();
      writes.forEach(Runnable::run);
    }
  }

  /** Writes as soon as most of the managers follow this leader again, if they ever do. */
  void writeLater(Runnable write) {
    unwritten.add(write);
  }

  /**
   * Holds a request until it can be answered by the swarm; refuses it in the words of an engine if
   * that takes too long.
   */
  void admit(Node self, boolean write) {
    Instant lost = cutOff.get(self.id);
    if (lost == null) {
      return;
    }
    boolean unnoticed = cluster.now().isBefore(lost.plus(NOTICED));
    // One that was started again is not what it was: it follows, and waits for who leads.
    if (leads(self) && self.host.isRunning(leaderRun) && unnoticed) {
      askOutdated(self, lost, write);
    } else if (!unnoticed
        && !cluster.majority().contains(self)
        && !cluster.now().isBefore(lost.plus(NOTICED).plus(DEADLINE))) {
      throw EngineError.noLeader();
    } else {
      hold(self, unnoticed && isSilent());
    }
  }

  /** A leader that has lost the others reads what it has, and finds out when it wants to write. */
  private void askOutdated(Node self, Instant lost, boolean write) {
    if (write && !passUntilFollowing(self, leaderId, lost.plus(NOTICED))) {
      throw EngineError.lostLeadership();
    }
  }

  /** Returns whether the leader is there, and answers nobody: it hangs, or its network does. */
  private boolean isSilent() {
    Node leader = cluster.nodes.get(leaderId);
    return leader != null && leader.host.isRunning(leaderRun);
  }

  /** What was sent to a leader that does not answer is not sent to the next one. */
  private void hold(Node self, boolean sent) {
    if (!passUntilFollowing(self, sent ? leaderId : "", cluster.now().plus(DEADLINE))) {
      throw EngineError.deadlineExceeded();
    }
  }

  private boolean passUntilFollowing(Node self, String leader, Instant end) {
    return cluster.world.passUntil(
        () -> follows(self) && (leader.isEmpty() || leader.equals(leaderId)), end);
  }
}
