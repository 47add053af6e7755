package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which real engines tests run on, and what becomes of a test where there are none.
 *
 * <p>{@code SWARM_NODE_IMAGES} names images of engines, separated by commas; {@code docker:dind} if
 * it is not set. Where they cannot run, tests are aborted with the reason; where {@code
 * SWARM_REAL_ENGINES} is {@code required}, they fail. Both may be environment variables or system
 * properties.
 */
public final class RealEngines {
  /** The environment variable that names images for managers that nothing else keeps busy. */
  static final String RAFT = "SWARM_RAFT_IMAGES";

  private RealEngines() {}

  /** Returns the images that a test is to be run with, one after the other. */
  public static List<String> images() {
    return named(setting("SWARM_NODE_IMAGES", "docker:dind"));
  }

  /** Returns the last of the images, for tests that one generation is enough for. */
  public static List<String> newest() {
    List<String> images = images();
    return images.subList(images.size() - 1, images.size());
  }

  /** Returns the images that the consensus of managers is to be tested with. */
  static List<String> raft() {
    return named(setting(RAFT, ""));
  }

  private static List<String> named(String images) {
    return Arrays.stream(images.split(",")).map(String::strip).toList();
  }

  /** Returns if engines of {@code image} can run; the test ends here if not. */
  public static void require(String image) {
    require(DindSwarm.unavailable().or(() -> missing(image)));
  }

  /** Returns if nothing keeps real engines from running; the test ends here if something does. */
  public static void require(Optional<String> unavailable) {
    if (setting("SWARM_REAL_ENGINES", "").equals("required")) {
      assertThat(unavailable).as("what keeps required engines from running").isEmpty();
    }
    assumeThat(unavailable).as("what keeps engines from running").isEmpty();
  }

  private static Optional<String> missing(String image) {
    try {
      OuterEngine.provide(OuterEngine.substituted(image));
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static String setting(String name, String otherwise) {
    String property = System.getProperty(name, "");
    String variable = Objects.requireNonNullElse(System.getenv(name), "");
    return !property.isBlank() ? property : !variable.isBlank() ? variable : otherwise;
  }
}
