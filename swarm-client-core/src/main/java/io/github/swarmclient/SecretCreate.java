package io.github.swarmclient;

import io.github.swarmclient.model.Bytes;
import io.github.swarmclient.model.Driver;
import io.github.swarmclient.model.SecretCreated;
import io.github.swarmclient.model.SecretSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a secret, of 1 to 511,999 bytes. Single-use. */
public final class SecretCreate extends BlobCreate<SecretCreate> {
  private @Nullable Driver driver;

  SecretCreate(ApiCalls calls, String name) {
    super(calls, BlobKind.SECRET, name);
  }

  @Override
  SecretCreate self() {
    return this;
  }

  /** Leaves the content to a plug-in, which gives it to the nodes; no other may be set then. */
  public SecretCreate driver(String name, Map<String, String> options) {
    this.driver =
        Driver.builder().name(Checks.text("secret driver", name)).options(options).build();
    return this;
  }

  /**
   * Makes the secret.
   *
   * @return its ID
   * @throws IllegalArgumentException if the content is empty or too large; nothing is sent then
   * @throws ConflictException if there is a secret of this name
   * @throws SwarmException if the file or stream cannot be read
   */
  public SecretCreated execute() {
    Bytes data = driver == null ? content() : null;
    return post(SecretSpec.builder()
            .name(name)
            .labels(labels)
            .data(data)
            .driver(driver)
            .templating(templating())
            .build())
        .read(SecretCreated.class);
  }
}
