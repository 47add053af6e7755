package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All models are made alike. */
class StructureTest {
  private static final Set<Class<?>> GROUND =
      Set.of(WireObject.class, OpenEnum.class, Bytes.class, Uint64.class, WireStyle.class);

  static List<Class<? extends WireObject>> models() {
    return Models.wireObjects();
  }

  static List<Class<?>> words() {
    return Models.all().stream()
        .filter(type -> OpenEnum.class.isAssignableFrom(type) && type != OpenEnum.class)
        .toList();
  }

  @Test
  void aTypeIsAWireObjectOrAnOpenEnum() {
    assertThat(Models.all())
        .filteredOn(type -> !GROUND.contains(type))
        .allMatch(
            type ->
                WireObject.class.isAssignableFrom(type) || OpenEnum.class.isAssignableFrom(type));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelIsReadThroughItsBuilderAndMadeByNothingElse(Class<? extends WireObject> model)
      throws Exception {
    Class<?> builder = Class.forName(model.getName() + "$Builder");
    assertThat(model.getAnnotation(JsonDeserialize.class).builder()).isEqualTo(builder);
    assertThat(model).isPublic().isAbstract();
    assertThat(builder).isPublic().isFinal();
    for (Class<?> type : List.of(model, builder)) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)).isZero();
      }
    }
    assertThat(model.getMethod("builder").getReturnType()).isEqualTo(builder);
    assertThat(model.getMethod("toBuilder").getReturnType()).isEqualTo(builder);
  }

  @ParameterizedTest
  @MethodSource("models")
  void accessorsArePublicAndSayWhatMayBeAbsent(Class<? extends WireObject> model) {
    Models.members(model)
        .forEach(
            (name, accessor) -> {
              Class<?> type = accessor.getReturnType();
              assertThat(Modifier.isPublic(accessor.getModifiers())).as(name).isTrue();
              assertThat(type.isPrimitive() || type.isArray()).as(name).isFalse();
              assertThat(accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
                  .as(name)
                  .isEqualTo(type != List.class && type != Map.class);
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void jacksonShowsInUnknownFieldsOnly(Class<? extends WireObject> model) {
    for (Method method : model.getMethods()) {
      if (!method.getName().equals("unknownFields")) {
        assertThat(method.toGenericString()).doesNotContain("jackson");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void anOpenEnumTakesEveryWord(Class<?> type) throws Exception {
    assertThat(type).isFinal().isPublic();
    Method of = type.getMethod("of", String.class);
    assertThat(of.isAnnotationPresent(JsonCreator.class)).isTrue();
    assertThat(of.invoke(null, "tomorrow")).isEqualTo(of.invoke(null, "tomorrow"));
    Set<Object> constants = new HashSet<>();
    for (Field field : type.getFields()) {
      OpenEnum constant = (OpenEnum) field.get(null);
      assertThat(constants.add(constant)).as(field.getName()).isTrue();
      assertThat(of.invoke(null, constant.value())).isEqualTo(constant);
      assertThat(field.getName())
          .isEqualTo(constant.value().toUpperCase(java.util.Locale.ROOT).replaceAll("\\W", "_"));
    }
    assertThat(constants).isNotEmpty();
  }
}
