/** The okhttp transport of swarm-client. */
module io.github.swarmclient.okhttp {
  requires transitive io.github.swarmclient.core;
  requires static transitive org.jspecify;
  requires okhttp3;
  requires okio;
  requires org.jnrproject.constants;
  requires org.jnrproject.enxio;
  requires org.jnrproject.unixsocket;

  exports io.github.swarmclient.okhttp;

  provides io.github.swarmclient.transport.SwarmTransportProvider with
      io.github.swarmclient.okhttp.OkHttpTransportProvider;
}
