package io.github.swarmclient;

import io.github.swarmclient.model.DiscreteGenericResource;
import io.github.swarmclient.model.GenericResource;
import io.github.swarmclient.model.NamedGenericResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resources that operators invent, as the command line asks for them: {@code gpu=2,ssd=1}. */
final class GenericResourceText {
  private GenericResourceText() {}

  static List<GenericResource> parse(String text) {
    TextForm form =
        new TextForm("generic resource", text, "kind=count[,kind=count…], such as gpu=2");
    return Csv.split(form).stream().map(field -> parse(form, field)).toList();
  }

  private static GenericResource parse(TextForm form, String field) {
    int equals = field.indexOf('=');
    if (equals <= 0 || field.substring(0, equals).isBlank()) {
      throw form.malformed("\"" + field + "\" is not kind=count");
    }
    String kind = field.substring(0, equals);
    String value = field.substring(equals + 1);
    if (!value.matches("\\d{1,18}")) {
      throw form.bad(kind, value, "a count; services cannot ask for a resource by its name");
    }
    return of(kind, Long.parseLong(value));
  }

  static GenericResource of(String kind, long count) {
    return GenericResource.builder()
        .discreteResourceSpec(
            DiscreteGenericResource.builder()
                .kind(Checks.text("kind", kind))
                .value(Checks.notNegative(kind, count))
                .build())
        .build();
  }

  /** Returns what makes two entries the same resource. */
  static @Nullable String kind(GenericResource resource) {
    DiscreteGenericResource discrete = resource.discreteResourceSpec();
    NamedGenericResource named = resource.namedResourceSpec();
    return discrete != null ? discrete.kind() : named == null ? null : named.kind();
  }
}
