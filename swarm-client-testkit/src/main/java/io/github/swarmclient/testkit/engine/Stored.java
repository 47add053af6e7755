package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What all objects of a swarm have: an identifier, and the version that the store gave them. */
abstract class Stored {
  final String id;
  final Instant createdAt;
  Instant updatedAt;
  long version;

  Stored(String id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /** Returns the name users give it, which is unique among its kind. */
  abstract String name();

  /** Returns the object with the members that every object begins with. */
  ObjectNode meta() {
    ObjectNode node = Json.object();
    node.put("ID", id);
    Json.child(node, "Version").put("Index", version);
    node.put("CreatedAt", Json.time(createdAt));
    node.put("UpdatedAt", Json.time(updatedAt));
    return node;
  }
}
