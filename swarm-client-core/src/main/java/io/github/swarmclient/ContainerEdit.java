package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.Isolation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What can be said of what the containers of a service run.
 *
 * @param <T> the class that has the ending
 */
public abstract sealed class ContainerEdit<T extends ContainerEdit<T>> extends SpecEdit<T>
    permits SandboxEdit {
  private static final List<String> NO_HEALTHCHECK = List.of("NONE");

  private boolean saysImage;

  ContainerEdit() {}

  /**
   * Sets the image; without a tag it is the one tagged {@code latest}. Whether that is resolved to
   * a digest, {@link ImageResolution} says.
   */
  public final T image(String image) {
    String reference = ImageReference.parse(image).familiar();
    saysImage = true;
    return container(c -> c.image(reference));
  }

  /** Returns whether the image, or the tag that it has, is to be looked up anew. */
  final boolean saysImage() {
    return saysImage;
  }

  /** Sets the arguments of the image's entrypoint. */
  public final T args(String... args) {
    return container(c -> c.args(List.of(args)));
  }

  /** Replaces the image's entrypoint; with nothing given, takes the image's again. */
  public final T command(String... command) {
    return container(c -> c.command(List.of(command)));
  }

  /** Sets an environment variable. */
  public final T env(String name, String value) {
    return envEntries(List.of(envNamed(name) + "=" + value));
  }

  /**
   * Sets an environment variable to what it is in this process; where it is not set here, unsets it
   * in the containers, though the image may set it.
   */
  public final T env(String name) {
    String value = System.getenv(envNamed(name));
    return envEntries(List.of(value == null ? name : name + "=" + value));
  }

  /**
   * Sets the environment variables in a file of UTF-8 text, which is read at once: a {@code
   * NAME=value} a line, without quotes or expansion. A {@code NAME} alone is set as in this
   * process, if it is set there; lines that begin with {@code #} are comments.
   *
   * @throws IllegalArgumentException if the file is malformed, with the line
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public final T envFile(Path file) {
    return envEntries(EnvFile.read(file));
  }

  private static String envNamed(String name) {
    if (name.isEmpty() || name.contains("=")) {
      throw new IllegalArgumentException("\"" + Text.printable(name) + "\" is no variable's name");
    }
    return name;
  }

  private T envEntries(List<String> entries) {
    return containerSpec(
        c -> c.toBuilder().env(Keyed.putAll(c.env(), entries, ContainerEdit::envName)).build());
  }

  static String envName(String entry) {
    int equals = entry.indexOf('=');
    return equals < 0 ? entry : entry.substring(0, equals);
  }

  /** Sets a label of the containers. */
  public final T containerLabel(String name, String value) {
    Checks.text("label", name);
    return container(c -> c.putLabel(name, value));
  }

  /** Sets the host name of the containers; {@code {{.Node.Hostname}}} and the like are expanded. */
  public final T hostname(String hostname) {
    Checks.text("hostname", hostname);
    return container(c -> c.hostname(hostname));
  }

  /** Sets the user, and group, that the containers run as: {@code user[:group]}. */
  public final T user(String user) {
    return container(c -> c.user(user));
  }

  /** Puts the user into one more group, by name or number. */
  public final T group(String group) {
    Checks.text("group", group);
    return containerSpec(c -> c.toBuilder().groups(Keyed.put(c.groups(), group, g -> g)).build());
  }

  /** Sets the folder that the containers start in. */
  public final T workdir(String folder) {
    return container(c -> c.dir(folder));
  }

  /**
   * Sets whether a small init process reaps orphaned processes. What is not said is as the engine
   * is configured.
   */
  public final T init(boolean init) {
    return container(c -> c.init(init));
  }

  /** Sets whether there is a terminal; the output and errors of a container are one stream then. */
  public final T tty(boolean tty) {
    return container(c -> c.tty(tty));
  }

  /** Sets whether the root file system is read-only. */
  public final T readOnly(boolean readOnly) {
    return container(c -> c.readOnly(readOnly));
  }

  /** Sets how containers are kept apart on Windows. */
  public final T isolation(Isolation isolation) {
    return container(c -> c.isolation(isolation));
  }

  /** Sets the signal that asks a container to stop, such as {@code SIGINT}. */
  public final T stopSignal(String signal) {
    Checks.word("stop signal", signal);
    return container(c -> c.stopSignal(signal));
  }

  /** Sets how long a container may take to stop before it is killed; 10 s by default. */
  public final T stopGracePeriod(Duration period) {
    return container(c -> c.stopGracePeriod(period));
  }

  /**
   * Sets how long a container may take to stop before it is killed: {@code 1m30s}.
   *
   * @throws IllegalArgumentException if the text is malformed, with what was expected
   */
  public final T stopGracePeriod(String period) {
    return stopGracePeriod(GoDuration.parse("stop grace period", period));
  }

  /** Sets the command of the health check, for a shell; an empty one is that of the image. */
  public final T healthCmd(String command) {
    return healthcheck(h -> h.test(command.isEmpty() ? List.of() : List.of("CMD-SHELL", command)));
  }

  /** Changes the health check. One that was switched off begins anew. */
  public final T healthcheck(UnaryOperator<HealthConfig.Builder> change) {
    return containerSpec(
        c -> c.toBuilder().healthcheck(change.apply(healthOf(c).toBuilder()).build()).build());
  }

  private static HealthConfig healthOf(ContainerSpec container) {
    HealthConfig health = or(container.healthcheck(), HealthConfig.builder().build());
    return health.test().equals(NO_HEALTHCHECK) ? HealthConfig.builder().build() : health;
  }

  /** Switches the health check off, also that of the image. */
  public final T noHealthcheck() {
    return container(c -> c.healthcheck(HealthConfig.builder().test(NO_HEALTHCHECK).build()));
  }
}
