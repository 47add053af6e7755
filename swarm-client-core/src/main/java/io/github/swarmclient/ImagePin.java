package io.github.swarmclient;

import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.DistributionInspect;
import io.github.swarmclient.model.ImageDescriptor;
import io.github.swarmclient.model.ImagePlatform;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.Platform;
import io.github.swarmclient.model.RuntimeSpec;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pins the image of a service to the digest that its registry has for it, as the command line's
 * client does. Asks once, however often the spec is made anew.
 */
final class ImagePin {
  /** For the engine and the registry behind it. Who makes a service should not wait for more. */
  static final Duration LIMIT = Duration.ofSeconds(5);

  private static final String UNKNOWN = "unknown";

  /**
   * What came of asking.
   *
   * @param image what to send
   * @param platforms what it is there for; empty if that is not known
   * @param warning what to tell the user, or null
   */
  private record Answer(
      String asked, String image, List<Platform> platforms, @Nullable String warning) {}

  private final ApiCalls calls;
  private final String operation;
  private final ImageResolution resolution;
  private @Nullable Answer answer;

  ImagePin(ApiCalls calls, String operation, ImageResolution resolution) {
    this.calls = calls;
    this.operation = operation;
    this.resolution = resolution;
  }

  /** Returns what is to be told to the user besides what the engine warns of. */
  List<String> warnings() {
    return answer == null || answer.warning() == null ? List.of() : List.of(answer.warning());
  }

  /**
   * Returns {@code spec} with the digest and the platforms.
   *
   * @param auth the credentials for the registry, as a header
   * @throws UnresolvedImageException if they are not to be had, and have to be
   */
  ServiceSpec pin(ServiceSpec spec, @Nullable String auth) {
    TaskSpec task = spec.taskTemplate();
    String image = imageOf(spec);
    if (resolution == ImageResolution.OFF || task == null || image.isEmpty()) {
      return spec;
    }
    if (answer == null || !answer.asked().equals(image)) {
      answer = ask(image, auth);
    }
    return spec.toBuilder().taskTemplate(pinned(task, answer)).build();
  }

  /** Returns the image that the tasks run, or the plug-in that they install. */
  static String imageOf(ServiceSpec spec) {
    TaskSpec task = spec.taskTemplate();
    RuntimeSpec plugin = task == null ? null : task.pluginSpec();
    return plugin == null ? SpecEdit.imageOf(spec) : SpecEdit.or(plugin.remote(), "");
  }

  private static TaskSpec pinned(TaskSpec task, Answer answer) {
    TaskSpec.Builder changed = task.toBuilder();
    ContainerSpec container = task.containerSpec();
    RuntimeSpec plugin = task.pluginSpec();
    if (plugin != null) {
      changed.pluginSpec(plugin.toBuilder().remote(answer.image()).build());
    } else if (container != null) {
      changed.containerSpec(container.toBuilder().image(answer.image()).build());
    }
    if (!answer.platforms().isEmpty()) {
      Placement placement = SpecEdit.or(task.placement(), Placement.builder().build());
      changed.placement(placement.toBuilder().platforms(answer.platforms()).build());
    }
    return changed.build();
  }

  private Answer ask(String image, @Nullable String auth) {
    ImageReference named;
    try {
      named = ImageReference.parse(image);
    } catch (IllegalArgumentException e) {
      return unresolved(image, String.valueOf(e.getMessage()), null);
    }
    try {
      DistributionInspect found =
          DistributionRequest.ask(calls, operation, named, auth)
              .within(LIMIT)
              .read(DistributionInspect.class);
      ImageDescriptor descriptor = found.descriptor();
      String digest = descriptor == null ? null : descriptor.digest();
      if (named.digest() == null && (digest == null || !ImageReference.isDigest(digest))) {
        return unresolved(image, "the registry gave none", null);
      }
      String pinned = named.digest() != null ? image : named.familiar() + "@" + digest;
      return new Answer(image, pinned, platforms(found.platforms()), null);
    } catch (EngineException | TransportException | MalformedResponseException e) {
      return named.digest() != null
          ? new Answer(image, image, List.of(), withoutPlatforms(image, e))
          : unresolved(image, why(e), e);
    }
  }

  private Answer unresolved(String image, String why, @Nullable SwarmException cause) {
    if (resolution == ImageResolution.REQUIRED) {
      throw new UnresolvedImageException(operation, image, why, cause);
    }
    return new Answer(
        image,
        image,
        List.of(),
        "the digest of "
            + image
            + " is not known, since "
            + why
            + ". Each node looks the image up by itself, and they may come to run different"
            + " versions of it");
  }

  private static String withoutPlatforms(String image, SwarmException cause) {
    return "the platforms of "
        + image
        + " are not known, since "
        + why(cause)
        + ". Tasks may be given to nodes that cannot run it";
  }

  private static String why(SwarmException cause) {
    if (cause instanceof EngineException engine) {
      return "the engine says: " + engine.engineMessage();
    }
    return cause.getCause() instanceof SocketTimeoutException
        ? "there was no answer within " + LIMIT.toSeconds() + " s"
        : "there was no answer that can be read";
  }

  /**
   * Returns the platforms as the scheduler compares them with nodes: without what is no platform
   * but came with the image, such as attestations, and without the architecture of 32-bit ARM,
   * which nodes call by other names (swarmkit#2294).
   */
  private static List<Platform> platforms(List<ImagePlatform> platforms) {
    return platforms.stream()
        .filter(p -> !UNKNOWN.equals(p.os()) && !UNKNOWN.equals(p.architecture()))
        .map(
            p ->
                Platform.builder()
                    .architecture(isArm32(p) ? null : p.architecture())
                    .os(p.os())
                    .build())
        .distinct()
        .toList();
  }

  private static boolean isArm32(ImagePlatform platform) {
    return "arm".equalsIgnoreCase(platform.architecture());
  }
}
