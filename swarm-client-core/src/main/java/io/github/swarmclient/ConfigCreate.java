package io.github.swarmclient;

import io.github.swarmclient.model.ConfigCreated;
import io.github.swarmclient.model.ConfigSpec;

/** Makes a config, of 1 to 1,023,999 bytes. Single-use. */
public final class ConfigCreate extends BlobCreate<ConfigCreate> {
  ConfigCreate(ApiCalls calls, String name) {
    super(calls, BlobKind.CONFIG, name);
  }

  @Override
  ConfigCreate self() {
    return this;
  }

  /**
   * Makes the config.
   *
   * @return its ID
   * @throws IllegalArgumentException if the content is empty or too large; nothing is sent then
   * @throws ConflictException if there is a config of this name
   * @throws SwarmException if the file or stream cannot be read
   */
  public ConfigCreated execute() {
    return post(ConfigSpec.builder()
            .name(name)
            .labels(labels)
            .data(content())
            .templating(templating())
            .build())
        .read(ConfigCreated.class);
  }
}
