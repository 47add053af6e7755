package io.github.swarmclient.testkit.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.PortCheck.Outcome;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What three engines have to do to be engines of a swarm, whatever kind they are of. Who has
 * another kind extends this, says which engines they are, and inherits all tests.
 *
 * <p>The engines are docker01, docker02 and docker03, in any state: each test makes docker01 the
 * manager of the others, and the swarm empty. It may leave anything, so that all that these engines
 * had in their swarm is lost.
 *
 * <p>Where engines differ by their version, a test expects of each what its version does; none is
 * left out.
 *
 * <p>Tests run one after the other, unless a subclass says {@code @Execution(CONCURRENT)}: it then
 * has a cluster for each test that runs, and {@link #cluster} returns that of this instance.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class EngineContract {
  /**
   * The images that the engines have to have: a web server with its pages in {@code
   * /usr/share/nginx/html}, a shell with the usual programs, and two of anything that stays up. The
   * first one they also have as a {@linkplain SwarmCluster#privateImage private image}.
   */
  public static final List<String> IMAGES =
      List.of("nginx:1.13", "alpine:latest", "redis:3.0.6", "redis:3.0.7");

  /** For those who extend it. */
  protected EngineContract() {}

  /** Returns the cluster of docker01, docker02 and docker03, which is the same during a test. */
  protected abstract SwarmCluster cluster();

  /**
   * Returns what is found out about a TCP port that a member of the swarm has open; that it is
   * reachable, unless this is overridden for engines that have no ports.
   */
  protected Outcome tcpOfMember() {
    return Outcome.REACHABLE;
  }

  /**
   * Makes a replicated service in which all is set that can be, without the client of this library.
   * Unless this is overridden that is done by a request in which also stand members that no engine
   * knows yet.
   *
   * @param manager the engine that is asked
   * @param name the name of the service
   */
  protected void createWithEverything(SwarmNode manager, String name) {
    ObjectNode spec = EveryMember.spec(name);
    Wire.post(manager, "/services/create", spec);
  }

  @Nested
  class Forming extends FormingContract {}

  @Nested
  class Nodes extends NodesContract {}

  @Nested
  class Services extends ServiceContract {}

  @Nested
  class Rollouts extends RolloutContract {}

  @Nested
  class Containers extends ContainerContract {}

  @Nested
  class Mesh extends MeshContract {}

  @Nested
  class BadInput extends BadInputContract {}

  @Nested
  class Statuses extends StatusContract {}

  @Nested
  class ObjectStatuses extends ObjectStatusContract {}

  @Nested
  class ServiceStatuses extends ServiceStatusContract {}

  @Nested
  class Specs extends SpecContract {}

  @Nested
  class Updates extends UpdateContract {}

  @Nested
  class Lists extends ListContract {}

  @Nested
  class Facts extends FactsContract {}

  @Nested
  class Clusters extends ClusterBehaviour {}

  @Nested
  class ServiceBehaviours extends ServiceBehaviour {}

  @Nested
  class Tasks extends TaskBehaviour {}

  @Nested
  class Lossless extends LosslessContract {}

  @Nested
  class Objects extends ObjectsContract {}

  @Nested
  class EngineObjects extends EngineObjectsContract {}

  @Nested
  class Scheduling extends SchedulingContract {}

  @Nested
  class RollingUpdates extends RollingUpdateContract {}

  @Nested
  class Restarts extends RestartContract {}

  @Nested
  class Health extends HealthContract {}

  @Nested
  class Jobs extends JobContract {}

  @Nested
  class Events extends EventsContract {}

  @Nested
  class Logs extends LogsContract {}

  @Nested
  class NodeLoss extends NodeLossContract {}
}
