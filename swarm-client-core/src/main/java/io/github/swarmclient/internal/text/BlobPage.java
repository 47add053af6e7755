package io.github.swarmclient.internal.text;

import io.github.swarmclient.model.Config;
import io.github.swarmclient.model.ConfigSpec;
import io.github.swarmclient.model.Driver;
import io.github.swarmclient.model.Secret;
import io.github.swarmclient.model.SecretSpec;
import java.util.Objects;

/** Secrets and configs as {@code docker secret inspect --pretty} and its like show them. */
public final class BlobPage {
  private BlobPage() {}

  /** Returns the page of a secret. */
  public static String of(Secret secret) {
    SecretSpec spec = Objects.requireNonNullElse(secret.spec(), SecretSpec.builder().build());
    Driver driver = spec.driver();
    return new Page()
        .line("ID:              ", secret.id())
        .line("Name:              ", spec.name())
        .entries("Labels", " - ", spec.labels())
        .always("Driver:            ", driver == null ? null : driver.name())
        .line("Created at:        ", Page.time(secret.createdAt()))
        .line("Updated at:        ", Page.time(secret.updatedAt()))
        .toString();
  }

  /** Returns the page of a config, with what is in it. */
  public static String of(Config config) {
    ConfigSpec spec = Objects.requireNonNullElse(config.spec(), ConfigSpec.builder().build());
    Page page =
        new Page()
            .line("ID:\t\t\t", config.id())
            .line("Name:\t\t\t", spec.name())
            .entries("Labels", " - ", spec.labels())
            .line("Created at:            \t", Page.time(config.createdAt()))
            .line("Updated at:            \t", Page.time(config.updatedAt()))
            .head("Data");
    return spec.data() == null ? page.toString() : page.block(spec.data().utf8()).toString();
  }
}
