package io.github.swarmclient.testkit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskStatus;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What of real engines embedded ones do not have: signals, owners of files, the command line. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("DindObjectsTest") // by which its own tests run one after the other
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindObjectsTest {
  private static final String IMAGE = "alpine:latest";
  private static final SharedDind SHARED = new SharedDind();

  @Parameter
  @SuppressWarnings("NullAway.Init")
  String image;

  @SuppressWarnings("NullAway.Init") // before each test
  private SwarmClient m;

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    SHARED.start(image, plan -> plan.host("docker01").image(IMAGE));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  @BeforeEach
  void beManager() {
    DindNode engine = SHARED.of(image).node("docker01");
    m = engine.connect();
    if (Objects.requireNonNull(m.info().swarm()).cluster() == null) {
      m.init().advertiseAddr(engine.address()).execute();
    }
  }

  @AfterEach
  void closeClient() {
    m.close();
  }

  /** Begins something that is looked at for only a second after each change. */
  private ServiceCreate brief(String name, String... command) {
    return m.services()
        .create(name)
        .image(IMAGE)
        .args(command)
        .updateConfig(u -> u.monitor(ofSeconds(1)))
        .restartPolicy(r -> r.delay(ofSeconds(1)))
        .stopGracePeriod(ofSeconds(1));
  }

  private Task running(String service) {
    return m.services().tasks(service).running().get(0).task();
  }

  private void docker(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "docker";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ExecResult result = SHARED.of(image).node("docker01").exec(command);
    assertThat(result.exitCode()).as(result.stderr()).isZero();
  }

  @Test
  void whatTheCommandLineMakesOfAConfigIsWhatIsMadeHere() {
    m.configs().create("cli.conf").data("x").execute();
    m.secrets().create("cli.key").data("x").execute();
    docker(
        "service",
        "create",
        "--detach",
        "--no-resolve-image",
        "--name=by-cli",
        "--config=cli.conf",
        "--secret=cli.key",
        "--replicas=0",
        IMAGE);
    m.services()
        .create("by-lib")
        .image(IMAGE)
        .config("cli.conf")
        .secret("cli.key")
        .replicas(0)
        .execute();
    var cli = container("by-cli");
    var lib = container("by-lib");
    assertThat(lib.configs()).isEqualTo(cli.configs());
    assertThat(lib.secrets()).isEqualTo(cli.secrets());
    m.services().remove("by-cli").awaitGone();
    m.services().remove("by-lib").awaitGone();
  }

  private io.github.swarmclient.model.ContainerSpec container(String service) {
    var spec = Objects.requireNonNull(m.services().inspect(service).spec());
    return Objects.requireNonNull(Objects.requireNonNull(spec.taskTemplate()).containerSpec());
  }

  @Test
  void aFileOfAServiceBelongsToWhomItWasToBelong() {
    m.secrets().create("owned").data("hush").execute();
    brief("owner", "sleep", "3600")
        .secret("owned", f -> f.target("/key").uid(33).gid(44).mode(0400))
        .await();
    String listed = m.tasks().exec(running("owner"), "ls", "-ln", "/key").stdout();
    assertThat(listed).matches("(?s)-r-------- +1 33 +44 .*");
    m.services().remove("owner").awaitGone();
  }

  @Test
  void aContainerIsConnectedToAnAttachableNetwork() {
    m.networks().create("attachable").attachable().execute();
    docker("run", "-d", "--name=box", IMAGE, "sleep", "3600");
    m.networks().connect("attachable", "box", e -> e.addAlias("db"));
    Network network = m.networks().inspectVerbose("attachable");
    assertThat(network.containers()).isNotEmpty();
    assertThatThrownBy(() -> m.networks().remove("attachable").execute())
        .isInstanceOf(RefusedException.class);
    m.networks().disconnect("attachable", "box");
    docker("rm", "-f", "box");
    m.networks().remove("attachable").awaitGone();
    assertThatThrownBy(() -> m.networks().connect("none", "box"))
        .isInstanceOf(NotFoundException.class);
  }

  /** Embedded containers know no signals; how long they take to stop is scripted. */
  @Test
  @DisplayName("51: the stop signal and the grace period are what a container meets")
  void stopping() {
    assertThat(exitOfTheOld("polite", "trap 'exit 7' USR1", "SIGUSR1", ofSeconds(30))).isEqualTo(7);
    assertThat(exitOfTheOld("deaf", "trap '' TERM", "SIGTERM", ofSeconds(1))).isEqualTo(137);
  }

  private @Nullable Integer exitOfTheOld(
      String service, String trap, String signal, Duration grace) {
    brief(service, "sh", "-c", trap + "; while :; do sleep 1; done")
        .stopSignal(signal)
        .stopGracePeriod(grace)
        .await();
    String old = Objects.requireNonNull(running(service).id());
    m.services().update(service).env("A", "b").await();
    TaskStatus status = Objects.requireNonNull(m.tasks().inspect(old).status());
    m.services().remove(service).awaitGone();
    return Objects.requireNonNull(status.containerStatus()).exitCode();
  }
}
