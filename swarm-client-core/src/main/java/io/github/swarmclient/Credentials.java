package io.github.swarmclient;

import io.github.swarmclient.model.ConfigReference;
import io.github.swarmclient.model.ConfigReferenceRuntimeTarget;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.CredentialSpec;
import io.github.swarmclient.model.Privileges;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Credential specs of Windows containers, in the form of the command line or built. */
final class Credentials {
  private static final String CONFIG = "config://";
  private static final String FILE = "file://";
  private static final String REGISTRY = "registry://";

  private Credentials() {}

  /** Returns what {@code text} stands for, a config by its name; null if it is empty. */
  static @Nullable CredentialSpec parse(String text) {
    if (text.isEmpty()) {
      return null;
    }
    CredentialSpec.Builder credentials = CredentialSpec.builder();
    if (begins(text, CONFIG)) {
      String name = BlobKind.CONFIG.checkedName(text.substring(CONFIG.length()));
      return credentials.config(name).build();
    }
    if (begins(text, FILE)) {
      return credentials.file(text.substring(FILE.length())).build();
    }
    if (begins(text, REGISTRY)) {
      return credentials.registry(text.substring(REGISTRY.length())).build();
    }
    throw new TextForm(
            "credential spec", text, "config://<name>, file://<file> or registry://<value>")
        .malformed("it begins with none of these, or ends after it");
  }

  private static boolean begins(String text, String scheme) {
    return text.startsWith(scheme) && text.length() > scheme.length();
  }

  /** Returns {@code credentials} if they name one place and no other, as engines want it. */
  static CredentialSpec checked(CredentialSpec credentials) {
    long places =
        Stream.of(credentials.config(), credentials.file(), credentials.registry())
            .filter(place -> place != null && !place.isEmpty())
            .count();
    if (places != 1) {
      throw new IllegalArgumentException(
          "a credential spec is one of config, file and registry, and here are " + places);
    }
    return credentials;
  }

  /**
   * Returns {@code container} with these credentials. A config that they are in has to be named
   * among the configs too, as one that is no file; one that was named so for others is no more.
   */
  static ContainerSpec put(ContainerSpec container, @Nullable CredentialSpec credentials) {
    String config = credentials == null ? null : credentials.config();
    List<ConfigReference> configs =
        Keyed.remove(
            container.configs(), c -> isRuntime(c) && !Objects.equals(c.configName(), config));
    if (config != null && configs.stream().noneMatch(c -> isRuntimeOf(c, config))) {
      configs = Stream.concat(configs.stream(), Stream.of(reference(config))).toList();
    }
    return container.toBuilder()
        .configs(configs)
        .privileges(
            SpecEdit.part(
                container.privileges(),
                Privileges.builder().build(),
                p -> p.toBuilder().credentialSpec(credentials).build()))
        .build();
  }

  private static ConfigReference reference(String config) {
    return ConfigReference.builder()
        .configName(config)
        .runtime(ConfigReferenceRuntimeTarget.builder().build())
        .build();
  }

  /** Returns whether a config is used as something else than a file. */
  static boolean isRuntime(ConfigReference config) {
    return config.runtime() != null;
  }

  private static boolean isRuntimeOf(ConfigReference config, String name) {
    return isRuntime(config) && name.equals(config.configName());
  }

  /**
   * Returns {@code container} with the ID of the config in place of the name, where it has that.
   */
  static ContainerSpec resolve(ContainerSpec container) {
    Privileges privileges = container.privileges();
    CredentialSpec credentials = privileges == null ? null : privileges.credentialSpec();
    String config = credentials == null ? null : credentials.config();
    if (privileges == null || credentials == null || config == null) {
      return container;
    }
    List<ConfigReference> used =
        container.configs().stream().filter(Credentials::isRuntime).toList();
    if (used.stream().anyMatch(c -> config.equals(c.configId()))) {
      return container;
    }
    return used.stream()
        .filter(c -> config.equals(c.configName()))
        .findFirst()
        .map(c -> credentials.toBuilder().config(c.configId()).build())
        .map(c -> privileges.toBuilder().credentialSpec(c).build())
        .map(p -> container.toBuilder().privileges(p).build())
        .orElse(container);
  }
}
