/** The okhttp transport of swarm-client. */
module io.github.swarmclient.okhttp {
  requires transitive io.github.swarmclient.core;
  requires static transitive org.jspecify;

  exports io.github.swarmclient.okhttp;
}
