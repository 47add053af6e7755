package io.github.swarmclient.testkit;

import io.github.swarmclient.testkit.engine.ImageScript;
import io.github.swarmclient.testkit.engine.World;
import java.time.Duration;
import java.util.Objects;

/**
 * Says how the containers of one image behave on an {@link EmbeddedSwarm}. Holds for containers
 * that are started from then on; may be called at any time and from any thread.
 *
 * <pre>{@code
 * swarm.whenImage("shop:2").exitsWith(1).after(Duration.ofSeconds(3));
 * swarm.whenImage("shop:3").logs("ready").answers("/health", "ok");
 * }</pre>
 */
public final class ImageBehaviour {
  private final World world;
  private final ImageScript script;

  ImageBehaviour(World world, ImageScript script) {
    this.world = world;
    this.script = script;
  }

  private ImageBehaviour with(Runnable change) {
    world.atomically(change);
    return this;
  }

  /** Lets the container end with {@code exitCode}, 10 ms after its start unless told otherwise. */
  public ImageBehaviour exitsWith(int exitCode) {
    return with(() -> script.exits(exitCode));
  }

  /** Lets the container run for {@code duration} before it ends. */
  public ImageBehaviour after(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    return with(() -> script.runsFor(duration));
  }

  /** Lets the container run until it is stopped, whatever was said before. */
  public ImageBehaviour runs() {
    return with(
        () -> {
          script.exits(null);
          script.failsToStart(null);
          script.unhealthyAfter(null);
        });
  }

  /** Lets the start of the container fail with {@code error}. */
  public ImageBehaviour failsToStart(String error) {
    Objects.requireNonNull(error, "error");
    return with(() -> script.failsToStart(error));
  }

  /** Lets the container write {@code lines} to its standard output as soon as it runs. */
  public ImageBehaviour logs(String... lines) {
    return with(() -> write(false, lines));
  }

  /** Lets the container write {@code lines} to its standard error as soon as it runs. */
  public ImageBehaviour logsErrors(String... lines) {
    return with(() -> write(true, lines));
  }

  private void write(boolean stderr, String... lines) {
    for (String line : lines) {
      script.writes(stderr, line);
    }
  }

  /** Lets the container answer a GET of {@code path} at a published port with {@code body}. */
  public ImageBehaviour answers(String path, String body) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(body, "body");
    return with(() -> script.answers(path, body));
  }

  /**
   * Gives the image a health check that succeeds {@code duration} after the start. It is what
   * counts, also where a service has a check of its own; none is made where it wants none.
   */
  public ImageBehaviour becomesHealthyAfter(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    return with(() -> script.healthyAfter(duration));
  }

  /**
   * Lets a container that runs become unhealthy after {@code duration}, unless its service wants no
   * check.
   */
  public ImageBehaviour becomesUnhealthyAfter(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    return with(() -> script.unhealthyAfter(duration));
  }

  /** Lets the container take {@code duration} to stop; 150 ms unless told. */
  public ImageBehaviour takesToStop(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    return with(() -> script.stopsAfter(duration));
  }

  /**
   * Lets a node that does not have the image take {@code duration} to pull it; 200 ms unless told.
   */
  public ImageBehaviour takesToPull(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    return with(() -> script.pullsFor(duration));
  }
}
