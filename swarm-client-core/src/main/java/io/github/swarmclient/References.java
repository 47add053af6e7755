package io.github.swarmclient;

import io.github.swarmclient.model.ConfigReference;
import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.SecretReference;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the IDs of the secrets and configs that a spec has by name alone. Engines want both, and go
 * by the ID.
 */
final class References {
  private final ApiCalls calls;
  private final String operation;

  References(ApiCalls calls, String operation) {
    this.calls = calls;
    this.operation = operation;
  }

  /**
   * Returns {@code spec} with all IDs; asks for none that is there.
   *
   * @throws NotFoundException if there is no such secret or config
   */
  ServiceSpec resolve(ServiceSpec spec) {
    TaskSpec task = spec.taskTemplate();
    ContainerSpec container = task == null ? null : task.containerSpec();
    if (task == null || container == null) {
      return spec;
    }
    ContainerSpec resolved = Credentials.resolve(configs(secrets(container)));
    return resolved.equals(container)
        ? spec
        : spec.toBuilder().taskTemplate(task.toBuilder().containerSpec(resolved).build()).build();
  }

  private ContainerSpec secrets(ContainerSpec container) {
    Map<String, String> ids =
        ids(
            new Secrets(calls),
            "secret",
            missing(container.secrets(), SecretReference::secretId, SecretReference::secretName));
    return container.toBuilder()
        .secrets(
            container.secrets().stream()
                .map(s -> isSet(s.secretId()) ? s : withId(s, ids.get(s.secretName())))
                .toList())
        .build();
  }

  private static SecretReference withId(SecretReference secret, @Nullable String id) {
    return secret.toBuilder().secretId(id).build();
  }

  private ContainerSpec configs(ContainerSpec container) {
    Map<String, String> ids =
        ids(
            new Configs(calls),
            "config",
            missing(container.configs(), ConfigReference::configId, ConfigReference::configName));
    return container.toBuilder()
        .configs(
            container.configs().stream()
                .map(c -> isSet(c.configId()) ? c : withId(c, ids.get(c.configName())))
                .toList())
        .build();
  }

  private static ConfigReference withId(ConfigReference config, @Nullable String id) {
    return config.toBuilder().configId(id).build();
  }

  /** Returns the names of those without ID; what has neither is left to the engine to refuse. */
  private static <R> List<String> missing(
      List<R> references, Function<R, @Nullable String> id, Function<R, @Nullable String> name) {
    return references.stream()
        .filter(reference -> !isSet(id.apply(reference)))
        .map(reference -> String.valueOf(name.apply(reference)))
        .distinct()
        .toList();
  }

  private static boolean isSet(@Nullable String id) {
    return id != null && !id.isEmpty();
  }

  private <B> Map<String, String> ids(Blobs<B> blobs, String word, List<String> names) {
    Map<String, String> ids = new HashMap<>();
    if (names.isEmpty()) {
      return ids;
    }
    for (B blob : blobs.named(operation, names)) {
      Blobs.Stored stored = blobs.stored(blob);
      ids.put(String.valueOf(stored.name()), String.valueOf(stored.id()));
    }
    String lost =
        names.stream().filter(name -> !ids.containsKey(name)).collect(Collectors.joining(", "));
    if (!lost.isEmpty()) {
      throw new NotFoundException(
          new EngineAnswer(operation, calls.names(), false, 404, "", word + " not found: " + lost),
          "nothing was changed");
    }
    return ids;
  }
}
