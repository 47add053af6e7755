package io.github.swarmclient;

import io.github.swarmclient.model.NodeRole;
import io.github.swarmclient.model.Swarm;
import io.github.swarmclient.model.SwarmSpec;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Changes the settings of a swarm, or replaces its tokens; nothing else changes. */
public final class SwarmUpdate {
  private final ApiCalls calls;
  private UnaryOperator<SwarmSpec> edit = UnaryOperator.identity();
  private boolean rotateWorkerToken;
  private boolean rotateManagerToken;
  private boolean rotateUnlockKey;

  SwarmUpdate(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * Changes the settings. The function gets them as they are, and may be called again if somebody
   * else changed them meanwhile.
   */
  public SwarmUpdate edit(UnaryOperator<SwarmSpec.Builder> change) {
    UnaryOperator<SwarmSpec> before = edit;
    this.edit = spec -> change.apply(before.apply(spec).toBuilder()).build();
    return this;
  }

  /** Replaces the join token of {@code role}. */
  public SwarmUpdate rotateJoinToken(NodeRole role) {
    if (role.equals(NodeRole.WORKER)) {
      rotateWorkerToken = true;
    } else if (role.equals(NodeRole.MANAGER)) {
      rotateManagerToken = true;
    } else {
      throw new IllegalArgumentException("no role that joins: " + role);
    }
    return this;
  }

  /** Replaces the unlock key of an autolocked swarm. */
  public SwarmUpdate rotateUnlockKey() {
    rotateUnlockKey = true;
    return this;
  }

  /** Makes the change. */
  public void execute() {
    Conflicts.retry(
        () -> {
          Swarm swarm = calls.get("swarm update", "/swarm").read(Swarm.class);
          calls
              .post("swarm update", "/swarm/update")
              .query("version", Conflicts.index(swarm.version()))
              .query("rotateWorkerToken", rotateWorkerToken ? true : null)
              .query("rotateManagerToken", rotateManagerToken ? true : null)
              .query("rotateManagerUnlockKey", rotateUnlockKey ? true : null)
              .body(edit.apply(Objects.requireNonNull(swarm.spec(), "a swarm has a spec")))
              .done();
          return swarm;
        });
  }
}
