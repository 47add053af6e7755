package io.github.swarmclient;

import io.github.swarmclient.FormationReport.Change;
import io.github.swarmclient.FormationReport.Host;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.JoinTokens;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.SwarmInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes several hosts one swarm: the first manager makes it, the others join, and all are Ready at
 * the end. What is right already stays as it is, so that it can be done again at any time.
 *
 * <pre>{@code
 * SwarmFormation.on(m).workers(w2, w3).form();
 * }</pre>
 */
public final class SwarmFormation {
  private static final String OPERATION = "swarm formation";

  private final SwarmClient first;
  private final List<SwarmClient> managers = new ArrayList<>();
  private final List<SwarmClient> workers = new ArrayList<>();
  private @Nullable String advertiseAddr;
  private Duration within = Duration.ofMinutes(2);

  private SwarmFormation(SwarmClient first) {
    this.first = first;
  }

  /**
   * Begins with the host that makes the swarm, or is a manager of it.
   *
   * @throws IllegalStateException if the client has several engines
   */
  public static SwarmFormation on(SwarmClient manager) {
    manager.calls().requiresOneEngine(OPERATION);
    return new SwarmFormation(manager);
  }

  /**
   * Adds hosts that are to be workers. A manager is demoted.
   *
   * @throws IllegalArgumentException if a client was given before
   * @throws IllegalStateException if a client has several engines
   */
  public SwarmFormation workers(SwarmClient... hosts) {
    add(workers, hosts);
    return this;
  }

  /**
   * Adds hosts that are to be managers besides the first. A worker is promoted.
   *
   * @throws IllegalArgumentException if a client was given before
   * @throws IllegalStateException if a client has several engines
   */
  public SwarmFormation managers(SwarmClient... hosts) {
    add(managers, hosts);
    return this;
  }

  private void add(List<SwarmClient> list, SwarmClient... hosts) {
    for (SwarmClient host : hosts) {
      host.calls().requiresOneEngine(OPERATION);
      if (host == first || managers.contains(host) || workers.contains(host)) {
        throw new IllegalArgumentException(
            OPERATION + " failed: " + host + " was given twice; nothing was sent");
      }
      list.add(host);
    }
  }

  /**
   * Sets the address, or network interface, by which the others reach the first manager; needed if
   * it has several, and used only if it is in no swarm yet.
   */
  public SwarmFormation advertiseAddr(String address) {
    this.advertiseAddr = Checks.text("advertise address", address);
    return this;
  }

  /** Sets how long it may take altogether; 2 minutes if this is not called. */
  public SwarmFormation within(Duration within) {
    this.within = Poller.positive(within);
    return this;
  }

  /**
   * Forms the swarm, one host after the other, and returns when all of them are Ready.
   *
   * @return what was done to each host
   * @throws FormationException if a host is in another swarm, was removed from this one by force,
   *     or cannot be used for another reason; nothing is changed then
   * @throws QuorumException if a demotion would lose the quorum
   * @throws SwarmStateException if a host cannot reach the manager
   * @throws WaitException if it takes too long; forming again goes on from there
   */
  public FormationReport form() {
    Poller poller = new Poller(first.time(), within);
    SwarmInfo manager = settled(first, poller);
    boolean formed = checkFirst(manager, poller);
    checkOthers(formed, poller);
    if (!formed) {
      init();
      manager = swarm(first);
    }
    List<Host> hosts = new ArrayList<>();
    hosts.add(
        new Host(
            first.toString(),
            nodeId(manager),
            NodeRole.MANAGER,
            formed ? Change.NONE : Change.INITIALIZED));
    JoinTokens tokens = first.joinTokens();
    String address = ManagerAddress.of(manager);
    // Managers first, so that one that is to be demoted finds others.
    for (SwarmClient host : managers) {
      hosts.add(bring(host, NodeRole.MANAGER, address, tokens, poller));
    }
    for (SwarmClient host : workers) {
      hosts.add(bring(host, NodeRole.WORKER, address, tokens, poller));
    }
    awaitReady(hosts, poller);
    return new FormationReport(hosts);
  }

  /** Returns whether the first manager is in a swarm already. */
  private boolean checkFirst(SwarmInfo manager, Poller poller) {
    if (is(manager, LocalNodeState.INACTIVE)) {
      return false;
    }
    checkWell(first, manager);
    if (!Boolean.TRUE.equals(manager.controlAvailable())) {
      awaitManager(poller);
    }
    return true;
  }

  /** A manager that has just been started does not call itself one yet. */
  private void awaitManager(Poller poller) {
    try {
      poller.until(
          OPERATION, () -> Optional.of(first.inspect()), () -> first + " is no manager yet");
    } catch (SwarmStateException e) {
      throw refused(first, "is a worker of its swarm; begin on a manager, or let it leave");
    }
  }

  private void checkOthers(boolean formed, Poller poller) {
    Map<SwarmClient, String> nodeIds = new LinkedHashMap<>();
    for (SwarmClient host : others()) {
      SwarmInfo swarm = formed ? settled(host, poller) : swarm(host);
      if (!is(swarm, LocalNodeState.INACTIVE)) {
        checkWell(host, swarm);
        nodeIds.put(host, nodeId(swarm));
      }
    }
    // Listed last, for one of them may have been joining until now.
    Set<String> members = formed && !nodeIds.isEmpty() ? members() : Set.of();
    nodeIds.forEach(
        (host, nodeId) -> {
          if (!members.contains(nodeId)) {
            throw refused(
                host,
                "is in another swarm, or was removed from this one by force; leave() it first");
          }
        });
  }

  private Set<String> members() {
    return first.nodes().list().stream().map(NodeFacts::id).collect(Collectors.toSet());
  }

  private List<SwarmClient> others() {
    List<SwarmClient> others = new ArrayList<>(managers);
    others.addAll(workers);
    return others;
  }

  private static void checkWell(SwarmClient host, SwarmInfo swarm) {
    if (!is(swarm, LocalNodeState.ACTIVE)) {
      throw refused(
          host,
          "cannot be used: "
              + state(swarm)
              + "; "
              + (is(swarm, LocalNodeState.LOCKED)
                  ? "unlock(key) it first"
                  : "leave().force() takes it out"));
    }
  }

  private static String state(SwarmInfo swarm) {
    String error = Objects.requireNonNullElse(swarm.error(), "");
    return "its part in a swarm is "
        + swarm.localNodeState()
        + (error.isEmpty() ? "" : " (" + error + ")");
  }

  private void init() {
    SwarmInit init = first.init();
    if (advertiseAddr != null) {
      init.advertiseAddr(advertiseAddr);
    }
    init.execute();
  }

  private Host bring(
      SwarmClient host, NodeRole role, String address, JoinTokens tokens, Poller poller) {
    SwarmInfo swarm = swarm(host);
    Change change;
    if (is(swarm, LocalNodeState.INACTIVE)) {
      join(host, address, role.equals(NodeRole.MANAGER) ? tokens.manager() : tokens.worker());
      swarm = settled(host, poller);
      if (!is(swarm, LocalNodeState.ACTIVE)) {
        throw new FormationException(OPERATION, host.toString(), "did not join: " + state(swarm));
      }
      change = Change.JOINED;
    } else {
      change = changeRole(nodeId(swarm), role, poller);
    }
    return new Host(host.toString(), nodeId(swarm), role, change);
  }

  private static void join(SwarmClient host, String address, @Nullable String token) {
    try {
      host.join(address)
          .token(Objects.requireNonNull(token, "managers report both tokens"))
          .execute();
    } catch (SwarmStateException e) {
      // It goes on by itself, and is waited for.
      if (e.state() != State.JOINING) {
        throw e;
      }
    }
  }

  private Change changeRole(String nodeId, NodeRole role, Poller poller) {
    Node node = first.nodes().inspect(nodeId);
    if (role.equals(NodeFacts.spec(node).role())) {
      return Change.NONE;
    }
    first.nodes().update(nodeId).role(role).within(poller.left()).await();
    return role.equals(NodeRole.MANAGER) ? Change.PROMOTED : Change.DEMOTED;
  }

  private void awaitReady(List<Host> hosts, Poller poller) {
    Map<String, String> missing = new LinkedHashMap<>();
    poller.until(
        OPERATION,
        () -> {
          missing.clear();
          Map<String, Node> nodes =
              first.nodes().list().stream().collect(Collectors.toMap(NodeFacts::id, node -> node));
          for (Host host : hosts) {
            Node node = nodes.get(host.nodeId());
            if (node == null || !isReady(node, host.role())) {
              missing.put(host.connection(), node == null ? "no node yet" : describe(node));
            }
          }
          return missing.isEmpty() ? Optional.of(hosts) : Optional.empty();
        },
        () -> "these are not Ready: " + missing);
  }

  private static boolean isReady(Node node, NodeRole role) {
    return NodeFacts.isReady(node)
        && (role.equals(NodeRole.MANAGER)
            ? NodeFacts.isReachableManager(node)
            : node.managerStatus() == null);
  }

  private static String describe(Node node) {
    String manager = NodeFacts.managerStatus(node);
    return NodeFacts.state(node) + (manager.isEmpty() ? "" : ", " + manager + " as a manager");
  }

  /** Returns what the host is, once it is no longer joining. */
  private static SwarmInfo settled(SwarmClient host, Poller poller) {
    SwarmInfo now = swarm(host);
    if (!is(now, LocalNodeState.PENDING)) {
      return now;
    }
    return poller.until(
        OPERATION,
        () -> Optional.of(swarm(host)).filter(swarm -> !is(swarm, LocalNodeState.PENDING)),
        () -> host + " is still joining a swarm");
  }

  private static SwarmInfo swarm(SwarmClient host) {
    return Objects.requireNonNull(host.info().swarm(), "engines report Swarm");
  }

  private static boolean is(SwarmInfo swarm, LocalNodeState state) {
    return state.equals(swarm.localNodeState());
  }

  private static String nodeId(SwarmInfo swarm) {
    return Objects.requireNonNullElse(swarm.nodeId(), "");
  }

  private static FormationException refused(SwarmClient host, String why) {
    return new FormationException(OPERATION, host.toString(), why + "; nothing was changed");
  }
}
