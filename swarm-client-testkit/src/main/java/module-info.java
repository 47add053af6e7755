/** Swarms for tests: embedded in the process, in containers, and on this machine. */
module io.github.swarmclient.testkit {
  requires transitive io.github.swarmclient.core;
  requires com.fasterxml.jackson.databind;
  requires io.github.swarmclient.okhttp;
  requires jdk.httpserver;
  // For DindSwarm alone, and optional. The second name is that of the jar's file, for lack of
  // another.
  requires static com.github.dockerjava.api;
  requires static testcontainers;
  // For assertj, junit and contract alone, and optional.
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports io.github.swarmclient.testkit;
  exports io.github.swarmclient.testkit.assertj;
  exports io.github.swarmclient.testkit.contract;
  exports io.github.swarmclient.testkit.fault;
  exports io.github.swarmclient.testkit.junit;

  // JUnit makes the tests of the contract.
  opens io.github.swarmclient.testkit.contract;
}
