package io.github.swarmclient.testkit;

import java.util.List;

/** The commands by which the host of a real engine no longer sees some others. */
final class Firewall {
  private static final String CHAIN = "SWARM-PARTITION";

  private Firewall() {}

  /**
   * Returns a script that drops everything from and to the addresses; nothing if there are none.
   */
  static String dropping(List<String> addresses) {
    StringBuilder script = new StringBuilder("set -e\n");
    script.append("iptables -w -N %1$s 2>/dev/null || iptables -w -F %1$s\n".formatted(CHAIN));
    for (String chain : List.of("INPUT", "OUTPUT")) {
      script.append(
          "iptables -w -C %1$s -j %2$s 2>/dev/null || iptables -w -I %1$s -j %2$s\n"
              .formatted(chain, CHAIN));
    }
    for (String address : addresses) {
      script.append("iptables -w -A %s -s %s -j DROP\n".formatted(CHAIN, address));
      script.append("iptables -w -A %s -d %s -j DROP\n".formatted(CHAIN, address));
    }
    return script.toString();
  }

  /** Applies the script on the host of an engine. */
  static void drop(SwarmNode node, List<String> addresses) {
    ExecResult result = node.exec("sh", "-c", dropping(addresses));
    if (result.exitCode() != 0) {
      throw new IllegalStateException(
          "cannot set the firewall of " + node.hostname() + ": " + result.stderr().strip());
    }
  }
}
