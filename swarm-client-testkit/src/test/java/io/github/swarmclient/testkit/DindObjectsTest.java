package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.EngineException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.model.Network;
import io.github.swarmclient.model.Volume;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets, configs, networks and events of real engines, and what embedded ones do not have. */
@ParameterizedClass
@Tag("real-contract")
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindObjectsTest extends ObjectsContract {
  private static @Nullable DindSwarm shared;

  @Parameter
  @SuppressWarnings("NullAway.Init")
  String image;

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    RealEngines.require(image);
    shared =
        DindSwarm.builder()
            .nodeImage(image)
            .host("docker01")
            .image(IMAGE)
            .privateImage(PRIVATE)
            .start();
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  @Override
  SwarmCluster engines() {
    return Objects.requireNonNull(shared);
  }

  private void docker(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "docker";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ExecResult result = Objects.requireNonNull(shared).node("docker01").exec(command);
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

  @Test
  void unusedNetworksArePruned() {
    m.networks().create("unused").label("prune", "me").execute();
    assertThat(m.networks().prune(q -> q.label("prune=me")).networksDeleted())
        .containsExactly("unused");
  }

  @Test
  void volumesOfTheEngineAreKept() {
    Volume made = m.volumes().create("data").label("tier", "1").execute();
    assertThat(made.driver()).isEqualTo("local");
    assertThat(m.volumes().list(q -> q.label("tier", "1")).volumes())
        .extracting(Volume::name)
        .containsExactly("data");
    assertThat(m.volumes().inspect("data").labels()).containsEntry("tier", "1");
    m.volumes().remove("data");
    assertThatThrownBy(() -> m.volumes().inspect("data")).isInstanceOf(NotFoundException.class);
    m.volumes().forceRemove("data");
    m.volumes().prune(q -> q.label("none"));
  }

  @Test
  void imagesAreSavedLoadedAndTagged(@TempDir Path folder) {
    m.images().tag(IMAGE, "r.io/team/copy:1");
    Path file = folder.resolve("copy.tar");
    m.images().save("r.io/team/copy:1", file);
    assertThat(file).isNotEmptyFile();
    m.images().remove("r.io/team/copy:1");
    assertThat(m.images().load(file)).containsExactly("r.io/team/copy:1");
    assertThat(m.images().inspect("r.io/team/copy:1").id())
        .isEqualTo(m.images().inspect(IMAGE).id());
    m.images().remove("r.io/team/copy:1");
    Path text = folder.resolve("text");
    assertThat(text.getFileName()).hasToString("text");
    assertThatThrownBy(() -> m.images().save("none", text)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aLoginIsChecked() {
    PrivateImage secret = cluster.privateImage();
    String registry = secret.reference().substring(0, secret.reference().indexOf('/'));
    assertThat(m.auth(registry, secret.user(), secret.password()).status())
        .isEqualTo("Login Succeeded");
    assertThatThrownBy(() -> m.auth(registry, secret.user(), "wrong"))
        .isInstanceOf(EngineException.class)
        .hasMessageNotContaining("wrong");
  }
}
