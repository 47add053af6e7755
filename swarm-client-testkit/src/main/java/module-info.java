/** Swarms for tests: embedded in the process, and real ones in containers. */
module io.github.swarmclient.testkit {
  requires transitive io.github.swarmclient.core;
  requires com.fasterxml.jackson.databind;
  requires io.github.swarmclient.okhttp;
  // Optional, and needed by DindSwarm alone; neither has a module-info.
  requires static com.github.dockerjava.api;
  requires static testcontainers;
  requires static transitive org.jspecify;

  exports io.github.swarmclient.testkit;
}
