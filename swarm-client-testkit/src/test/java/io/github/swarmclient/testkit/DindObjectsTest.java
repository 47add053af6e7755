package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.model.Network;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets, configs, networks and events of real engines, and what embedded ones do not have. */
@ParameterizedClass
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindObjectsTest extends EngineObjectsContract {
  private static final SharedDind SHARED = new SharedDind();

  @Parameter
  @SuppressWarnings("NullAway.Init")
  String image;

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    SHARED.start(image, plan -> plan.host("docker01").image(IMAGE).privateImage(PRIVATE));
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  @Override
  SwarmCluster engines() {
    return SHARED.of(image);
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
    sleeper("owner").secret("owned", f -> f.target("/key").uid(33).gid(44).mode(0400)).await();
    assertThat(read("owner", "ls", "-ln", "/key")).matches("(?s)-r-------- +1 33 +44 .*");
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
}
