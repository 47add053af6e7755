package io.github.swarmclient.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableAnyProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.github.swarmclient.model.WireObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart what the typed accessors of a {@link WireObject} cannot: an absent member, one that
 * is {@code null}, and an empty list, map or time. What came as null or empty goes to {@link
 * WireObject#unknownFields()} on reading, and comes from there on writing unless the accessor has
 * got something to say since.
 */
final class LosslessMembers {
  private LosslessMembers() {}

  /** Whether {@code value} is one that the accessor shares with the absent member. */
  private static boolean saysNothing(@Nullable Object value) {
    return value == null
        || (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  /** Makes the builders' setters hand nulls and empty collections to the unknown fields. */
  static final class Reading extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
        DeserializationConfig config, BeanDescription type, BeanDeserializerBuilder builder) {
      SettableAnyProperty unknown = builder.getAnySetter();
      if (unknown == null) {
        return builder;
      }
      List<SettableBeanProperty> members = new ArrayList<>();
      builder.getProperties().forEachRemaining(members::add);
      for (SettableBeanProperty member : members) {
        builder.addOrReplaceProperty(new KeepingSetter(member, unknown), true);
      }
      return builder;
    }
  }

  private static final class KeepingSetter extends SettableBeanProperty.Delegating {
    private static final long serialVersionUID = 1L;
    private final SettableAnyProperty unknown;

    KeepingSetter(SettableBeanProperty member, SettableAnyProperty unknown) {
      super(member);
      this.unknown = unknown;
    }

    @Override
    protected SettableBeanProperty withDelegate(SettableBeanProperty member) {
      return new KeepingSetter(member, unknown);
    }

    @Override
    public void deserializeAndSet(JsonParser in, DeserializationContext context, Object builder)
        throws IOException {
      deserializeSetAndReturn(in, context, builder);
    }

    @Override
    public Object deserializeSetAndReturn(
        JsonParser in, DeserializationContext context, Object builder) throws IOException {
      if (in.hasToken(JsonToken.VALUE_NULL)) {
        unknown.set(builder, getName(), JsonNodeFactory.instance.nullNode());
        return builder;
      }
      boolean text = in.hasToken(JsonToken.VALUE_STRING);
      Object value = delegate.deserialize(in, context);
      if (saysNothing(value)) {
        unknown.set(builder, getName(), emptyNode(value, text));
        return builder;
      }
      return delegate.setAndReturn(builder, value);
    }

    private static JsonNode emptyNode(@Nullable Object value, boolean text) {
      JsonNodeFactory nodes = JsonNodeFactory.instance;
      if (value == null) {
        return text ? nodes.textNode("") : nodes.nullNode();
      }
      return value instanceof Map ? nodes.objectNode() : nodes.arrayNode();
    }
  }

  /** Writes the members that say something, and of the others what came. */
  static final class Writing extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public BeanSerializerBuilder updateBuilder(
        SerializationConfig config, BeanDescription type, BeanSerializerBuilder builder) {
      if (!WireObject.class.isAssignableFrom(type.getBeanClass())) {
        return builder;
      }
      Map<String, KeepingWriter> modelled = new HashMap<>();
      List<BeanPropertyWriter> writers = new ArrayList<>();
      for (BeanPropertyWriter member : builder.getProperties()) {
        // To Jackson the any-getter is one of the members.
        if (member instanceof AnyGetterWriter unknown) {
          writers.add(new UnknownWriter(unknown, modelled));
        } else {
          KeepingWriter writer = new KeepingWriter(member);
          modelled.put(member.getName(), writer);
          writers.add(writer);
        }
      }
      builder.setProperties(writers);
      return builder;
    }
  }

  private static final class KeepingWriter extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    KeepingWriter(BeanPropertyWriter member) {
      super(member);
    }

    @Override
    public void serializeAsField(Object object, JsonGenerator out, SerializerProvider provider)
        throws Exception {
      if (!saysNothing(get(object))) {
        super.serializeAsField(object, out, provider);
      }
    }
  }

  /** Writes the unknown fields, but none that an accessor has got something to say about. */
  private static final class UnknownWriter extends AnyGetterWriter {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, KeepingWriter> modelled;

    UnknownWriter(AnyGetterWriter original, Map<String, KeepingWriter> modelled) {
      super(original, original, original.getMember(), null);
      this.modelled = modelled;
    }

    @Override
    public void resolve(SerializerProvider provider) {
      // Nothing to look up: the values are trees.
    }

    @Override
    public void getAndSerialize(Object object, JsonGenerator out, SerializerProvider provider)
        throws Exception {
      for (Map.Entry<String, JsonNode> field : ((WireObject) object).unknownFields().entrySet()) {
        KeepingWriter writer = modelled.get(field.getKey());
        if (writer == null || saysNothing(writer.get(object))) {
          out.writeFieldName(field.getKey());
          field.getValue().serialize(out, provider);
        }
      }
    }
  }
}
