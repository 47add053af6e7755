package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A secret or a config. */
final class Blob extends Stored {
  ObjectNode spec;

  Blob(String id, Instant now, ObjectNode spec) {
    super(id, now);
    this.spec = spec;
  }

  @Override
  String name() {
    return Json.string(spec, "Name");
  }

  /** Returns it as the engine shows it; the data of a secret is never read back. */
  ObjectNode json(boolean secret) {
    ObjectNode node = meta();
    ObjectNode shown = spec.deepCopy();
    if (secret) {
      shown.remove("Data");
    }
    node.set("Spec", shown);
    return node;
  }
}
