/** The Docker Swarm API for Java: models, fluent operations and the transport SPI. */
@SuppressWarnings("module")
module io.github.swarmclient.core {
  requires transitive com.fasterxml.jackson.databind;
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;

  exports io.github.swarmclient;
  exports io.github.swarmclient.model;
  exports io.github.swarmclient.transport;
  // Which may not be there when this is compiled.
  exports io.github.swarmclient.internal.tar to
      io.github.swarmclient.testkit;

  opens io.github.swarmclient.model to
      com.fasterxml.jackson.databind;

  uses io.github.swarmclient.transport.SwarmTransportProvider;
}
