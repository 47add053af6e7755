package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BuilderBasedDeserializer;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.internal.json.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine sends comes back to it, whatever this library knows of it. */
class LosslessTest {
  private static final int TRIES = 1000;
  private static final ObjectMapper MAPPER = Json.MAPPER;
  private static final List<Class<? extends WireObject>> MODELS = Models.wireObjects();
  private static final Map<Class<?>, List<Map.Entry<String, Method>>> MEMBERS =
      MODELS.stream()
          .collect(
              Collectors.toMap(model -> model, m -> List.copyOf(Models.members(m).entrySet())));

  static List<Class<? extends WireObject>> models() {
    return MODELS;
  }

  /** Each try is one of every model. */
  @Property(
      tries = TRIES,
      seed = "1",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void whatWasReadIsWrittenAndAnEditChangesOneMemberOnly(@ForAll long seed) {
    MODELS.parallelStream()
        .forEach(
            model -> {
              try {
                check(model, new RandomJson(seed));
              } catch (Exception | AssertionError e) {
                throw new AssertionError(model.getSimpleName() + " from seed " + seed, e);
              }
            });
  }

  private static void check(Class<? extends WireObject> model, RandomJson json) throws Exception {
    byte[] bytes = MAPPER.writeValueAsBytes(json.object(model));
    ObjectNode sent = (ObjectNode) MAPPER.readTree(bytes);
    WireObject read = MAPPER.readValue(bytes, model);
    assertWrites(read, sent);
    Object builder = toBuilder(read);
    assertThat(build(builder).equals(read)).isTrue();
    List<Map.Entry<String, Method>> members = MEMBERS.getOrDefault(model, List.of());
    if (!members.isEmpty()) {
      Map.Entry<String, Method> member = json.one(members);
      byte[] edit =
          MAPPER.writeValueAsBytes(Map.of(member.getKey(), json.present(member.getValue())));
      Object typed = member.getValue().invoke(MAPPER.readValue(edit, model));
      if (typed != null) { // Otherwise the random value is one that only unknown fields can hold.
        set(builder, member.getValue(), typed);
        sent.setAll((ObjectNode) MAPPER.readTree(edit));
        assertWrites(build(builder), sent);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void nothingIsReadPastTheBuilders(Class<? extends WireObject> model) throws Exception {
    var context = (DefaultDeserializationContext) MAPPER.getDeserializationContext();
    var reader =
        context
            .createDummyInstance(MAPPER.getDeserializationConfig())
            .findRootValueDeserializer(MAPPER.constructType(model));
    assertThat(reader).isInstanceOf(BuilderBasedDeserializer.class);
    assertThat(((BuilderBasedDeserializer) reader).getValueInstantiator().getValueClass())
        .isEqualTo(Class.forName(model.getName() + "$Builder"));
  }

  @Test
  void jacksonReachesTheModelsThoughTheyStandInAModule() {
    assertThat(WireObject.class.getModule().getName()).isEqualTo("io.github.swarmclient.core");
  }

  private static void assertWrites(WireObject object, ObjectNode wanted) throws Exception {
    JsonNode written = MAPPER.readTree(MAPPER.writeValueAsBytes(object));
    if (!written.equals(wanted)) {
      assertThat(written).isEqualTo(wanted);
    }
  }

  private static Object toBuilder(WireObject object) throws ReflectiveOperationException {
    return object.getClass().getMethod("toBuilder").invoke(object);
  }

  private static WireObject build(Object builder) throws ReflectiveOperationException {
    return (WireObject) call(builder.getClass().getMethod("build"), builder);
  }

  private static void set(Object builder, Method accessor, Object value)
      throws ReflectiveOperationException {
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getName().equals(accessor.getName())
          && setter.getParameterCount() == 1
          && setter.getParameterTypes()[0].isInstance(value)) {
        call(setter, builder, value);
        return;
      }
    }
    throw new NoSuchMethodException(builder.getClass() + "." + accessor.getName());
  }

  private static Object call(Method method, Object target, Object... arguments)
      throws IllegalAccessException, InvocationTargetException {
    method.setAccessible(true);
    return method.invoke(target, arguments);
  }
}
