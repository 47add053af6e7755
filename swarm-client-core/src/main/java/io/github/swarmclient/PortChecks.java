package io.github.swarmclient;

import io.github.swarmclient.PortCheck.Outcome;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.transport.EngineAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the ports of one host: what has to listen there by what the engine is, and what does
 * when somebody knocks.
 */
final class PortChecks {
  private static final int MANAGERS = 2377;
  private static final int GOSSIP = 7946;
  private static final int DATA_PATH = 4789;

  private final TcpProbe probe;
  private final SwarmInfo swarm;
  private final @Nullable String host;
  private final String whyNoHost;
  private final List<PortCheck> checks = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  PortChecks(TcpProbe probe, String connection, SwarmInfo swarm) {
    this.probe = probe;
    this.swarm = swarm;
    EngineAddress engine = address(connection);
    String advertised = Objects.requireNonNullElse(swarm.nodeAddr(), "");
    if (engine == null) {
      this.host = null;
      this.whyNoHost = "the connection is not one to a host of the network";
    } else if (!advertised.isEmpty()) {
      this.host = advertised;
      this.whyNoHost = "";
    } else {
      this.host = engine.host().isEmpty() ? null : engine.host().replaceAll("[\\[\\]]", "");
      this.whyNoHost = "the host's address is not known: the connection is a local one";
    }
  }

  /** In-memory connections have a name, but no address. */
  private static @Nullable EngineAddress address(String connection) {
    try {
      return EngineAddress.of(connection);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  List<PortCheck> run() {
    boolean active = is(LocalNodeState.ACTIVE);
    boolean manager = active && Boolean.TRUE.equals(swarm.controlAvailable());
    if (active && !manager) {
      unknown(PortProtocol.TCP, MANAGERS, "a worker does not listen there");
    } else {
      tcp(MANAGERS, manager);
    }
    tcp(GOSSIP, active);
    unknown(PortProtocol.UDP, GOSSIP, "UDP gives no answer to one who knocks");
    unknown(PortProtocol.UDP, dataPathPort(), "UDP gives no answer to one who knocks");
    return checks;
  }

  /** Returns what is known to be wrong; after {@link #run}. */
  List<String> problems() {
    return problems;
  }

  private void tcp(int port, boolean listens) {
    if (host == null) {
      unknown(PortProtocol.TCP, port, whyNoHost);
    } else if (!listens && !is(LocalNodeState.INACTIVE)) {
      unknown(PortProtocol.TCP, port, "the swarm of this engine is " + swarm.localNodeState());
    } else {
      knock(host, port, listens);
    }
  }

  private void knock(String at, int port, boolean listens) {
    switch (probe.knock(at, port)) {
      case CONNECTED -> {
        add(PortProtocol.TCP, port, Outcome.REACHABLE, listens ? "open at " + at : taken(at));
        if (!listens) {
          problems.add("port " + port + ": " + taken(at));
        }
      }
      case REFUSED -> {
        if (listens) {
          bad(port, Outcome.REFUSED, "nothing listens at " + at + ", where the swarm should");
        } else {
          unknown(
              PortProtocol.TCP,
              port,
              at + " is reached, but nothing listens there before it is in a swarm");
        }
      }
      case SILENT ->
          bad(
              port,
              Outcome.UNREACHABLE,
              "no answer from "
                  + at
                  + " to this machine, not even a refusal; a firewall may drop it");
    }
  }

  private static String taken(String at) {
    return "something listens at " + at + " though the engine is in no swarm";
  }

  private void bad(int port, Outcome outcome, String reason) {
    add(PortProtocol.TCP, port, outcome, reason);
    problems.add("port " + port + ": " + reason);
  }

  private void unknown(PortProtocol protocol, int port, String reason) {
    add(protocol, port, Outcome.NOT_VERIFIABLE, reason);
  }

  private void add(PortProtocol protocol, int port, Outcome outcome, String reason) {
    checks.add(new PortCheck(protocol, port, outcome, reason));
  }

  private int dataPathPort() {
    Swarm cluster = swarm.cluster();
    int port =
        cluster == null ? 0 : Objects.requireNonNullElse(cluster.dataPathPort(), 0).intValue();
    return port == 0 ? DATA_PATH : port;
  }

  private boolean is(LocalNodeState state) {
    return state.equals(swarm.localNodeState());
  }
}
