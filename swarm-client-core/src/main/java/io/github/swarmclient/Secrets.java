package io.github.swarmclient;

import io.github.swarmclient.model.Secret;
import io.github.swarmclient.model.SecretSpec;
import java.util.Objects;

/** The secrets of a swarm. Engines never give the content of one back. */
public final class Secrets extends Blobs<Secret> {
  private final ApiCalls calls;

  Secrets(ApiCalls calls) {
    super(calls, BlobKind.SECRET, Secret.class);
    this.calls = calls;
  }

  /**
   * Begins to make a secret.
   *
   * @throws IllegalArgumentException if the name is none
   */
  public SecretCreate create(String name) {
    return new SecretCreate(calls, name);
  }

  @Override
  Stored stored(Secret secret) {
    SecretSpec spec = Objects.requireNonNull(secret.spec(), "secrets have a spec");
    return new Stored(
        secret.id(),
        secret.version(),
        secret.createdAt(),
        secret.updatedAt(),
        spec.name(),
        spec.driver() == null ? "" : Objects.requireNonNullElse(spec.driver().name(), ""),
        spec.labels(),
        labels -> spec.toBuilder().labels(labels).data(null).build());
  }
}
