package io.github.swarmclient;

import io.github.swarmclient.model.DistributionInspect;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the registry of an image, through the engine, without pulling it. */
public final class DistributionRequest {
  private final ApiCalls calls;
  private final ImageReference image;
  private Supplier<@Nullable String> login = () -> null;

  DistributionRequest(ApiCalls calls, ImageReference image) {
    this.calls = calls;
    this.image = image;
  }

  /** Logs in at the registry with the given user and password, or access token. */
  public DistributionRequest registryAuth(String user, String password) {
    this.login = () -> RegistryCredentials.of(image.toString(), user, password);
    return this;
  }

  /** Logs in as the user of this machine does, see {@link ImagePull#withRegistryAuth()}. */
  public DistributionRequest withRegistryAuth() {
    this.login = () -> calls.logins().forImage(image.toString());
    return this;
  }

  /**
   * Returns the digest that the name stands for now, and the platforms that the image is there for.
   *
   * @throws NotFoundException if the registry has no such image
   * @throws DeniedException if it wants a login, or another one
   * @throws EngineException if the registry does not answer
   */
  public DistributionInspect inspect() {
    return ask(calls, "distribution inspect of " + image.familiar(), image, login.get())
        .read(DistributionInspect.class);
  }

  static ApiCall ask(
      ApiCalls calls, String operation, ImageReference image, @Nullable String auth) {
    String[] parts = image.familiar().split("/", -1);
    return calls
        .get(operation, "/distribution" + Images.holes(parts) + "/json", parts)
        .header("X-Registry-Auth", auth);
  }
}
