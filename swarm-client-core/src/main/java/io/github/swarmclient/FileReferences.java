package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import io.github.swarmclient.model.ConfigReference;
import io.github.swarmclient.model.ConfigReferenceFileTarget;
import io.github.swarmclient.model.SecretReference;
import io.github.swarmclient.model.SecretReferenceFileTarget;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that secrets and configs are in containers, by name; the ID comes at the ending. */
final class FileReferences {
  private static final List<String> SOURCE = List.of("source", "src");
  private static final Pattern OCTAL = Pattern.compile("0|0[oO]?0*[0-7]{1,3}");

  private FileReferences() {}

  /**
   * Returns the file that {@code text} stands for: a name alone, or {@code
   * source=db,target=password,uid=33,gid=33,mode=0400}.
   */
  static FileReference parse(BlobKind kind, String text) {
    TextForm form =
        new TextForm(
            kind.word(),
            text,
            "a "
                + kind.word()
                + "'s name, or source=db[,target=password][,uid=33][,gid=33][,mode=0400]");
    if (!text.contains("=")) {
      return new FileReference(kind.checkedName(text));
    }
    List<TextForm.Field> fields = form.fields();
    FileReference file =
        fields.stream()
            .filter(field -> SOURCE.contains(field.key()))
            .reduce((first, last) -> last)
            .map(field -> new FileReference(kind.checkedName(form.value(field))))
            .orElseThrow(() -> form.malformed("source is missing"));
    for (TextForm.Field field : fields) {
      switch (field.key()) {
        case "source", "src" -> {}
        case "target" -> file.target(form.value(field));
        case "uid" -> file.uid(id(form, field));
        case "gid" -> file.gid(id(form, field));
        case "mode" -> file.mode(mode(form, field));
        default -> throw form.unknown(field.key());
      }
    }
    return file;
  }

  private static long id(TextForm form, TextForm.Field field) {
    long id = form.number(field.key(), form.value(field));
    if (id < 0) {
      throw form.bad(field.key(), field.value(), "0 or more");
    }
    return id;
  }

  /**
   * The command line reads a mode without leading 0 as decimal, so that its 444 is 0674. Nobody
   * means that.
   */
  private static int mode(TextForm form, TextForm.Field field) {
    String value = form.value(field);
    if (!OCTAL.matcher(value).matches()) {
      throw form.bad(field.key(), value, "octal with a leading 0, from 0000 to 0777, such as 0444");
    }
    return Integer.parseInt(value.replaceFirst("0[oO]", ""), 8);
  }

  static SecretReference secret(FileReference file) {
    return SecretReference.builder()
        .secretName(BlobKind.SECRET.checkedName(file.source()))
        .file(
            SecretReferenceFileTarget.builder()
                .name(file.target())
                .uid(file.uid())
                .gid(file.gid())
                .mode(file.mode())
                .build())
        .build();
  }

  static ConfigReference config(FileReference file) {
    return ConfigReference.builder()
        .configName(BlobKind.CONFIG.checkedName(file.source()))
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
