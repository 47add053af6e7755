package io.github.swarmclient.testkit.junit;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engines of one test or class, with the client that it was given. */
final class SwarmLoan implements AutoCloseable {
  private final SwarmPool pool;
  private final SwarmSettings settings;
  private final SwarmCluster cluster;
  private final String borrower;
  private final List<SwarmClient> clients = new ArrayList<>();
  private @Nullable SwarmClient client;

  SwarmLoan(SwarmPool pool, SwarmSettings settings, SwarmCluster cluster, String borrower) {
    this.pool = pool;
    this.settings = settings;
    this.cluster = cluster;
    this.borrower = borrower;
  }

  /** Returns the identifier of the test or class that has them. */
  String borrower() {
    return borrower;
  }

  SwarmCluster cluster() {
    return cluster;
  }

  /** Returns a client of the managers that reaches the containers of all nodes. */
  synchronized SwarmClient client() {
    SwarmClient made = client;
    if (made == null) {
      SwarmClient managers = cluster.connect();
      clients.add(managers);
      List<SwarmClient> others = new ArrayList<>();
      cluster.nodes().stream().map(SwarmNode::connect).forEach(others::add);
      clients.addAll(others);
      made = managers.reaching(others.toArray(SwarmClient[]::new));
      client = made;
    }
    return made;
  }

  @Override
  public synchronized void close() {
    try {
      clients.forEach(SwarmClient::close);
      clients.clear();
    } finally {
      pool.giveBack(settings, cluster);
    }
  }
}
