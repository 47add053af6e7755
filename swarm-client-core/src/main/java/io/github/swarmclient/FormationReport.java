package io.github.swarmclient;

import io.github.swarmclient.internal.text.Table;
import io.github.swarmclient.model.NodeRole;
import java.util.List;
import java.util.Locale;

/** What a {@link SwarmFormation} changed, and what was right already. Immutable. */
public final class FormationReport {
  private final List<Host> hosts;

  FormationReport(List<Host> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  /** What had to be done to a host. */
  public enum Change {
    /** Nothing: it was as wanted. */
    NONE,
    /** It made the swarm. */
    INITIALIZED,
    /** It joined the swarm. */
    JOINED,
    /** It was a worker of the swarm, and is a manager now. */
    PROMOTED,
    /** It was a manager of the swarm, and is a worker now. */
    DEMOTED
  }

  /** A host of the swarm. Immutable. */
  public static final class Host {
    private final String connection;
    private final String nodeId;
    private final NodeRole role;
    private final Change change;

    Host(String connection, String nodeId, NodeRole role, Change change) {
      this.connection = connection;
      this.nodeId = nodeId;
      this.role = role;
      this.change = change;
    }

    /** Returns the address by which the engine was asked. */
    public String connection() {
      return connection;
    }

    /** Returns the ID of its node. */
    public String nodeId() {
      return nodeId;
    }

    /** Returns its role. */
    public NodeRole role() {
      return role;
    }

    /** Returns what had to be done to it. */
    public Change change() {
      return change;
    }

    /** Returns the connection and the change. */
    @Override
    public String toString() {
      return connection + " " + change.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the hosts: the first manager, the other managers, the workers. */
  public List<Host> hosts() {
    return hosts;
  }

  /** Returns whether anything had to be done. */
  public boolean changed() {
    return hosts.stream().anyMatch(host -> host.change() != Change.NONE);
  }

  /** Returns a table of the hosts. */
  public String pretty() {
    Table table = new Table("HOST", "NODE", "ROLE", "CHANGE");
    for (Host host : hosts) {
      table.row(
          host.connection(),
          host.nodeId(),
          host.role().value(),
          host.change().name().toLowerCase(Locale.ROOT));
    }
    return table.toString();
  }

  /** Returns {@link #pretty()}. */
  @Override
  public String toString() {
    return pretty();
  }
}
