package io.github.swarmclient.internal.text;

import io.github.swarmclient.model.CaConfig;
import io.github.swarmclient.model.DispatcherConfig;
import io.github.swarmclient.model.EncryptionConfig;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.OrchestrationConfig;
import io.github.swarmclient.model.RaftConfig;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SwarmSpec;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An engine's part in a swarm as {@code docker info} prints it. */
public final class SwarmPage {
  private final Page page = new Page();

  private SwarmPage() {}

  /** Returns the page. */
  public static String of(SwarmInfo info) {
    SwarmPage page = new SwarmPage();
    LocalNodeState state = info.localNodeState();
    page.page.line("Swarm: ", state);
    if (state != null
        && !state.equals(LocalNodeState.INACTIVE)
        && !state.equals(LocalNodeState.LOCKED)) {
      page.member(info, !state.equals(LocalNodeState.ERROR));
    }
    return page.page.toString();
  }

  private void member(SwarmInfo info, boolean healthy) {
    boolean manager = isYes(info.controlAvailable());
    String error = Objects.requireNonNullElse(info.error(), "");
    page.line("  NodeID: ", info.nodeId()).line("  Error: ", error).line("  Is Manager: ", manager);
    Swarm cluster = info.cluster();
    if (cluster != null && manager && healthy && error.isEmpty()) {
      page.line("  ClusterID: ", cluster.id())
          .line("  Managers: ", info.managers())
          .line("  Nodes: ", info.nodes());
      cluster(cluster);
    }
    page.line("  Node Address: ", info.nodeAddr());
    if (!info.remoteManagers().isEmpty()) {
      page.head("  Manager Addresses");
      info.remoteManagers().stream()
          .map(peer -> String.valueOf(peer.addr()))
          .sorted()
          .forEach(address -> page.line("   ", address));
    }
  }

  private void cluster(Swarm cluster) {
    if (!cluster.defaultAddrPool().isEmpty()) {
      page.line("  Default Address Pool: ", String.join("  ", cluster.defaultAddrPool()))
          .line("  SubnetSize: ", cluster.subnetSize());
    }
    Integer port = cluster.dataPathPort();
    page.line("  Data Path Port: ", port == null || port == 0 ? null : port);
    spec(Objects.requireNonNullElse(cluster.spec(), SwarmSpec.builder().build()));
    page.line("  Root Rotation In Progress: ", isYes(cluster.rootRotationInProgress()));
  }

  private void spec(SwarmSpec spec) {
    OrchestrationConfig orchestration = spec.orchestration();
    Long kept = orchestration == null ? null : orchestration.taskHistoryRetentionLimit();
    page.head("  Orchestration")
        .line("   Task History Retention Limit: ", Objects.requireNonNullElse(kept, 0L));
    RaftConfig raft = Objects.requireNonNullElse(spec.raft(), RaftConfig.builder().build());
    page.head("  Raft")
        .line("   Snapshot Interval: ", raft.snapshotInterval())
        .line("   Number of Old Snapshots to Retain: ", raft.keepOldSnapshots())
        .line("   Heartbeat Tick: ", raft.heartbeatTick())
        .line("   Election Tick: ", raft.electionTick());
    DispatcherConfig dispatcher = spec.dispatcher();
    page.head("  Dispatcher")
        .line(
            "   Heartbeat Period: ",
            about(dispatcher == null ? null : dispatcher.heartbeatPeriod()));
    ca(Objects.requireNonNullElse(spec.caConfig(), CaConfig.builder().build()));
    EncryptionConfig encryption = spec.encryptionConfig();
    page.line(
        "  Autolock Managers: ", isYes(encryption == null ? null : encryption.autoLockManagers()));
  }

  private void ca(CaConfig ca) {
    page.head("  CA Configuration")
        .line("   Expiry Duration: ", about(ca.nodeCertExpiry()))
        .line("   Force Rotate: ", Objects.requireNonNullElse(ca.forceRotate(), 0L));
    if (ca.signingCaCert() != null && !ca.signingCaCert().isBlank()) {
      page.head("   Signing CA Certificate").block(ca.signingCaCert());
    }
    if (!ca.externalCas().isEmpty()) {
      page.head("   External CAs");
      ca.externalCas()
          .forEach(external -> page.line("     " + external.protocol() + ": ", external.url()));
    }
  }

  private static boolean isYes(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private static @Nullable String about(@Nullable Duration duration) {
    return duration == null ? null : Words.about(duration);
  }
}
