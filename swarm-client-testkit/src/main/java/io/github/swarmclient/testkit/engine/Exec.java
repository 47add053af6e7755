package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** A command that is run in a container besides its main process. */
final class Exec {
  final String id;
  final Container container;
  final JsonNode request;
  boolean started;
  int exitCode;

  Exec(String id, Container container, JsonNode request) {
    this.id = id;
    this.container = container;
    this.request = request;
  }
}
