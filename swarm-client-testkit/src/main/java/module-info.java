/** Swarms for tests: embedded in the process, and real ones in containers. */
module io.github.swarmclient.testkit {
  requires transitive io.github.swarmclient.core;
  requires io.github.swarmclient.okhttp;
  requires static transitive org.jspecify;

  exports io.github.swarmclient.testkit;
}
