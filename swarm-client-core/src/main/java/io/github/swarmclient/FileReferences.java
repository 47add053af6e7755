package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ConfigReference;
import io.github.swarmclient.model.ConfigReferenceFileTarget;
import io.github.swarmclient.model.SecretReference;
import io.github.swarmclient.model.SecretReferenceFileTarget;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files that secrets and configs are in containers, by name; the ID comes at the ending. */
final class FileReferences {
  private FileReferences() {}

  static SecretReference secret(String name, FileReference file) {
    return SecretReference.builder()
        .secretName(BlobKind.SECRET.checkedName(name))
        .file(
            SecretReferenceFileTarget.builder()
                .name(file.target())
                .uid(file.uid())
                .gid(file.gid())
                .mode(file.mode())
                .build())
        .build();
  }

  static ConfigReference config(String name, FileReference file) {
    return ConfigReference.builder()
        .configName(BlobKind.CONFIG.checkedName(name))
        .file(
            ConfigReferenceFileTarget.builder()
                .name(file.target())
                .uid(file.uid())
                .gid(file.gid())
                .mode(file.mode())
                .build())
        .build();
  }

  static List<SecretReference> put(List<SecretReference> secrets, SecretReference added) {
    return put(
        secrets,
        added,
        secret -> secret.secretName(),
        secret -> secret.file() == null ? null : secret.file().name());
  }

  static List<ConfigReference> put(List<ConfigReference> configs, ConfigReference added) {
    return put(
        configs,
        added,
        config -> config.configName(),
        config -> config.file() == null ? null : config.file().name());
  }

  private static <R> List<R> put(
      List<R> references,
      R added,
      Function<R, @Nullable Object> name,
      Function<R, @Nullable Object> target) {
    for (R there : references) {
      if (Objects.equals(target.apply(there), target.apply(added))
          && !Objects.equals(name.apply(there), name.apply(added))) {
        throw new IllegalArgumentException(
            "the file "
                + Text.printable(String.valueOf(target.apply(added)))
                + " cannot be "
                + name.apply(added)
                + ": it is "
                + name.apply(there)
                + " already; remove that first, or name another target");
      }
    }
    return Keyed.put(references, added, target);
  }
}
