package io.github.swarmclient;

import io.github.swarmclient.model.ImageInspect;
import io.github.swarmclient.model.PullErrorDetail;
import io.github.swarmclient.model.PullProgress;
import io.github.swarmclient.transport.TransportResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pulls an image from its registry. */
public final class ImagePull {
  private final ApiCalls calls;
  private final ImageReference image;
  private final String operation;
  private Consumer<PullProgress> listener = progress -> {};
  private Supplier<@Nullable String> auth = () -> null;
  private @Nullable String platform;

  ImagePull(ApiCalls calls, ImageReference image) {
    this.calls = calls;
    this.image = image;
    this.operation = "pull of " + image.familiar();
  }

  /** Tells {@code listener} how it goes on, in the thread that executes this. */
  public ImagePull onProgress(Consumer<PullProgress> listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /** Logs in at the registry with the given user and password, or access token. */
  public ImagePull registryAuth(String user, String password) {
    auth = () -> RegistryCredentials.of(image.toString(), user, password);
    return this;
  }

  /**
   * Logs in at the registry as the user of this machine does: with what {@code docker login} has
   * left in the Docker configuration, or a credential helper. Without a login there it is none.
   */
  public ImagePull withRegistryAuth() {
    auth = () -> calls.logins().forImage(image.toString());
    return this;
  }

  /** Pulls the image for another platform than the engine's own: {@code linux/amd64}. */
  public ImagePull platform(String platform) {
    this.platform = Checks.text("platform", platform);
    return this;
  }

  /**
   * Pulls the image, however long it takes.
   *
   * @return the image, with its ID and digest
   * @throws NotFoundException if there is no such image, or it is private and the login missing
   * @throws DeniedException if the registry refuses the login
   * @throws ImagePullException if the engine could not pull it for another reason
   */
  public ImageInspect execute() {
    ApiCall call =
        calls
            .post(operation, "/images/create")
            .query("fromImage", image.familiarName())
            .query("tag", image.digest() == null ? image.tagOrLatest() : image.digest())
            .query("platform", platform)
            .header("X-Registry-Auth", auth.get())
            .unbounded();
    try (TransportResponse response = begin(call)) {
      JsonDocuments<PullProgress> documents =
          new JsonDocuments<>(operation, response.body(), PullProgress.class);
      for (PullProgress p = documents.next(); p != null; p = documents.next()) {
        requireNoError(p, response.status());
        listener.accept(p);
      }
    } catch (IOException e) {
      throw new TransportException(operation, calls.names(), true, e);
    }
    return Images.inspect(calls, operation, local());
  }

  /** What fails at once comes with a status, which says less than the text. */
  private TransportResponse begin(ApiCall call) {
    try {
      return call.open();
    } catch (EngineException e) {
      EngineException told =
          failure(EngineAnswer.of(operation, calls.names(), true, e.status(), e.engineMessage()));
      throw told instanceof ImagePullException && e.status() != 500 ? e : told;
    }
  }

  /** A name with both tag and digest is known to the engine by the digest alone. */
  private String local() {
    return image.digest() == null ? image.familiar() : image.familiarName() + "@" + image.digest();
  }

  private void requireNoError(PullProgress progress, int status) {
    PullErrorDetail detail = progress.errorDetail();
    String error = progress.error() != null || detail == null ? progress.error() : detail.message();
    if (error != null) {
      throw failure(EngineAnswer.of(operation, calls.names(), true, status, error));
    }
  }

  private static EngineException failure(EngineAnswer answer) {
    if (answer.says("pull access denied")
        || answer.says("not found")
        || answer.says("manifest unknown")
        || answer.says("does not exist")) {
      return new NotFoundException(
          answer, "if it is private, use withRegistryAuth() or registryAuth(user, password)");
    }
    if (answer.says("denied") || answer.says("unauthorized") || answer.says("no basic auth")) {
      return new DeniedException(answer, "");
    }
    return new ImagePullException(answer, "");
  }
}
