package io.github.swarmclient.testkit.junit;

/** Stands with the failure of a test, and shows what the swarm was like then. */
final class SwarmState extends Exception {
  private static final long serialVersionUID = 1L;

  SwarmState(String report) {
    super("when the test failed, the swarm was this:\n" + report, null, false, false);
  }
}
