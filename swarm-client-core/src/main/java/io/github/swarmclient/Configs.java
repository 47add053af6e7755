package io.github.swarmclient;

import io.github.swarmclient.model.Config;
import io.github.swarmclient.model.ConfigSpec;
import java.util.Objects;

/** The configs of a swarm. Their content comes with them, also in lists. */
public final class Configs extends Blobs<Config> {
  private final ApiCalls calls;

  Configs(ApiCalls calls) {
    super(calls, BlobKind.CONFIG, Config.class);
    this.calls = calls;
  }

  /**
   * Begins to make a config.
   *
   * @throws IllegalArgumentException if the name is none
   */
  public ConfigCreate create(String name) {
    return new ConfigCreate(calls, name);
  }

  @Override
  Stored stored(Config config) {
    ConfigSpec spec = Objects.requireNonNull(config.spec(), "configs have a spec");
    return new Stored(
        config.id(),
        config.version(),
        config.createdAt(),
        config.updatedAt(),
        spec.name(),
        "",
        spec.labels(),
        labels -> spec.toBuilder().labels(labels).build());
  }
}
