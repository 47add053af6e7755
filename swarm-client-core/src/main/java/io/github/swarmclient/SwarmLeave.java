package io.github.swarmclient;

/** Takes an engine out of its swarm. */
public final class SwarmLeave {
  private final ApiCalls calls;
  private boolean force;

  SwarmLeave(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Leaves even as a manager. The last manager takes the swarm and all its services with it; one of
   * a few can take the quorum.
   */
  public SwarmLeave force() {
    this.force = true;
    return this;
  }

  /**
   * Leaves. The others see the node as Down until it is removed.
   *
   * @throws SwarmStateException if the engine is in no swarm, or is a manager and this is not
   *     forced
   */
  public void execute() {
    calls.requiresOneEngine("swarm leave");
    calls.post("swarm leave", "/swarm/leave").flag("force", force).unbounded().done();
  }
}
