package io.github.swarmclient.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.VolumeOptions;
import io.github.swarmclient.transport.EngineAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The container of one node: what Docker does with it, and nothing of the engine inside. */
final class DindContainer implements AutoCloseable {
  private static final int ENGINE_PORT = 2375;
  private static final int START_ATTEMPTS = 5;
  private static final int FREEZE_ATTEMPTS = 10;
  private static final Duration LOG_TIMEOUT = Duration.ofSeconds(10);

  private final DockerClient docker = OuterEngine.client();
  private final DindNetwork network;
  private final String hostname;
  private final String address;
  private final String id;
  private final EngineAddress endpoint;

  private DindContainer(
      DindNetwork network, String hostname, String address, String id, EngineAddress endpoint) {
    this.network = network;
    this.hostname = hostname;
    this.address = address;
    this.id = id;
    this.endpoint = endpoint;
  }

  /**
   * What the containers of one cluster have in common.
   *
   * @param pulling whether services pull images from the registry of the cluster's own; otherwise
   *     their tasks run what the engine has
   */
  record Plan(
      String image,
      List<String> engineFlags,
      DindNetwork network,
      boolean direct,
      boolean pulling) {
    private List<String> environment() {
      String reached = PrivateRegistry.HOSTNAME + "," + network.subnet();
      List<String> environment = new ArrayList<>(List.of("DOCKER_TLS_CERTDIR="));
      Map<String, String> pulls =
          pulling ? PrivateRegistry.environment(reached) : PrivateRegistry.OFFLINE;
      pulls.forEach((name, value) -> environment.add(name + "=" + value));
      return environment;
    }
  }

  /**
   * Makes and starts a container.
   *
   * @throws IllegalStateException if Docker refuses
   */
  static DindContainer start(Plan plan, String hostname, String address) {
    for (int attempt = 1; ; attempt++) {
      // The same one for ever, below those that systems give away by themselves.
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      DindContainer container = create(plan, hostname, address, port);
      try {
        container.start();
        return container;
      } catch (DockerException e) {
        container.close();
        if (plan.direct || attempt == START_ATTEMPTS || !isPortTaken(e)) {
          throw new IllegalStateException(
              "cannot start "
                  + hostname
                  + " from image "
                  + plan.image
                  + ": "
                  + Failures.reason(e)
                  + "; the nodes' containers are privileged, which the engine must allow",
              e);
        }
      }
    }
  }

  private static boolean isPortTaken(DockerException e) {
    String reason = Failures.reason(e);
    return reason.contains("already allocated") || reason.contains("already in use");
  }

  private static DindContainer create(Plan plan, String hostname, String address, int port) {
    HostConfig host =
        HostConfig.newHostConfig()
            .withPrivileged(true)
            .withNetworkMode(plan.network.id())
            .withMounts(List.of(volume("/var/lib/docker")));
    EngineAddress endpoint;
    if (plan.direct) {
      endpoint = EngineAddress.of("tcp://" + address + ":" + ENGINE_PORT);
    } else {
      host.withPortBindings(PortBinding.parse(port + ":" + ENGINE_PORT + "/tcp"));
      endpoint = EngineAddress.of("tcp://" + OuterEngine.publishedHost() + ":" + port);
    }
    String id =
        OuterEngine.client()
            .createContainerCmd(plan.image)
            .withHostName(hostname)
            .withAliases(hostname)
            .withIpv4Address(address)
            .withLabels(OuterEngine.labels())
            .withEnv(plan.environment())
            .withCmd(plan.engineFlags)
            .withHostConfig(host)
            .exec()
            .getId();
    return new DindContainer(plan.network, hostname, address, id, endpoint);
  }

  /**
   * Returns a volume of a container's own. An engine cannot keep its data on the file system of a
   * container.
   */
  static Mount volume(String target) {
    return new Mount()
        .withType(MountType.VOLUME)
        .withTarget(target)
        .withVolumeOptions(new VolumeOptions().withLabels(OuterEngine.labels()));
  }

  String id() {
    return id;
  }

  /** Returns where this process reaches the engine, for as long as there is the container. */
  EngineAddress endpoint() {
    return endpoint;
  }

  void start() {
    try {
      docker.startContainerCmd(id).exec();
    } catch (NotModifiedException e) {
      // It runs.
    }
  }

  void stop(Duration grace) {
    try {
      docker.stopContainerCmd(id).withTimeout((int) grace.toSeconds()).exec();
    } catch (NotModifiedException e) {
      // It is stopped.
    }
  }

  void kill() {
    try {
      docker.killContainerCmd(id).exec();
    } catch (DockerException e) {
      // One that does not run cannot be killed, and need not be.
      if (isRunning()) {
        throw e;
      }
    }
  }

  /** Freezes all processes. Where they are busy that may fail, after half a second. */
  void pause() {
    for (int attempt = 1; ; attempt++) {
      try {
        docker.pauseContainerCmd(id).exec();
        return;
      } catch (DockerException e) {
        String reason = Failures.reason(e);
        if (attempt == FREEZE_ATTEMPTS || !reason.contains("unable to freeze")) {
          throw new IllegalStateException("cannot pause " + hostname + ": " + reason, e);
        }
      }
    }
  }

  void unpause() {
    docker.unpauseContainerCmd(id).exec();
  }

  void disconnect() {
    network.disconnect(id);
  }

  void connect() {
    network.connect(id, hostname, address);
  }

  boolean isRunning() {
    ContainerState state = docker.inspectContainerCmd(id).exec().getState();
    return Boolean.TRUE.equals(state.getRunning());
  }

  ExecResult exec(Duration within, String... command) {
    String exec =
        docker
            .execCreateCmd(id)
            .withCmd(command)
            .withAttachStdout(true)
            .withAttachStderr(true)
            .exec()
            .getId();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    docker
        .execStartCmd(exec)
        .exec(new Output(out, err))
        .await(within, String.join(" ", command) + " on " + hostname);
    Long code = docker.inspectExecCmd(exec).exec().getExitCodeLong();
    return new ExecResult(
        Objects.requireNonNullElse(code, -1L).intValue(),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  String logs(int lines) {
    return logs(id, hostname, lines);
  }

  /** Returns the last lines that a container wrote. */
  static String logs(String id, String hostname, int lines) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    OuterEngine.client()
        .logContainerCmd(id)
        .withStdOut(true)
        .withStdErr(true)
        .withTail(lines)
        .exec(new Output(log, log))
        .await(LOG_TIMEOUT, "the log of " + hostname);
    return log.toString(StandardCharsets.UTF_8);
  }

  /** Removes the container with its volume. Closing again does nothing. */
  @Override
  public void close() {
    try {
      docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      // It is gone.
    }
  }

  /** What a process writes. */
  private static final class Output extends ResultCallback.Adapter<Frame> {
    private final ByteArrayOutputStream out;
    private final ByteArrayOutputStream err;

    Output(ByteArrayOutputStream out, ByteArrayOutputStream err) {
      this.out = out;
      this.err = err;
    }

    @Override
    public void onNext(@Nullable Frame frame) {
      if (frame != null) {
        (frame.getStreamType() == StreamType.STDERR ? err : out).writeBytes(frame.getPayload());
      }
    }

    void await(Duration within, String what) {
      try {
        if (!awaitCompletion(within.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(what + " has not ended within " + within);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while awaiting " + what, e);
      }
    }
  }
}
