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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine sends comes back to it, whatever this library knows of it. */
class LosslessTest {
  private static final int ROUNDS = 200;
  private static final ObjectMapper MAPPER = Json.MAPPER;

  static List<Class<? extends WireObject>> models() {
    return Models.wireObjects();
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatWasReadIsWritten(Class<? extends WireObject> model) throws Exception {
    RandomJson json = new RandomJson(model.getName().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      String sent = MAPPER.writeValueAsString(json.object(model));
      WireObject read = MAPPER.readValue(sent, model);
      String written = MAPPER.writeValueAsString(read);
      assertSame(written, sent);
      WireObject copy = rebuilt(read);
      assertThat(copy.equals(read)).isTrue();
      assertThat(MAPPER.writeValueAsString(copy)).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void anEditChangesOneMemberOnly(Class<? extends WireObject> model) throws Exception {
    RandomJson json = new RandomJson(1 + model.getName().hashCode());
    for (Map.Entry<String, Method> member : Models.members(model).entrySet()) {
      for (int round = 0; round < 5; round++) {
        ObjectNode sent = json.object(model);
        ObjectNode edit = MAPPER.createObjectNode();
        JsonNode value = json.present(member.getValue());
        edit.set(member.getKey(), value);
        WireObject source = MAPPER.readValue(MAPPER.writeValueAsString(edit), model);
        Object typed = member.getValue().invoke(source);
        if (typed == null) {
          continue; // The random value is one that only the unknown fields can hold.
        }
        Object builder = toBuilder(MAPPER.readValue(MAPPER.writeValueAsString(sent), model));
        set(builder, member.getValue(), typed);
        sent.set(member.getKey(), value);
        assertSame(MAPPER.writeValueAsString(build(builder)), MAPPER.writeValueAsString(sent));
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

  private static void assertSame(String actual, String expected) throws Exception {
    JsonNode tree = MAPPER.readTree(actual);
    if (!tree.equals(MAPPER.readTree(expected))) {
      assertThat(tree).isEqualTo(MAPPER.readTree(expected));
    }
  }

  private static WireObject rebuilt(WireObject object) throws ReflectiveOperationException {
    return build(toBuilder(object));
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
