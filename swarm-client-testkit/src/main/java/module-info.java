/** Swarms for tests: embedded in the process, and real ones in containers. */
module io.github.swarmclient.testkit {
  requires transitive io.github.swarmclient.core;
  requires com.fasterxml.jackson.databind;
  requires io.github.swarmclient.okhttp;
  requires jdk.httpserver;
  // For DindSwarm alone, and optional. The second name is that of the jar's file, for lack of
  // another.
  requires static com.github.dockerjava.api;
  requires static testcontainers;
  requires static transitive org.jspecify;

  exports io.github.swarmclient.testkit;
}
