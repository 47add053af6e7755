package io.github.swarmclient.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.immutables.value.Value;

/**
 * An object of the Engine API. Immutable. {@code toString} leaves out what may be secret: contents,
 * keys and tokens, environment variables, and options of drivers.
 */
public interface WireObject {

  /**
   * Returns the members, by their name on the wire, that the typed accessors cannot express: those
   * this library does not model, and modelled ones that came as {@code null} or as an empty list or
   * map. They are written back as they came; of a modelled one only while its accessor still has
   * nothing to say. {@code toString} leaves them out: they may be secret.
   */
  @JsonAnyGetter
  @Value.Redacted
  Map<String, JsonNode> unknownFields();
}
