/**
 * The okhttp transport of swarm-client: HTTP/1.1 over unix sockets, by way of jnr-unixsocket, and
 * over plain TCP. Found by {@link java.util.ServiceLoader}; to set more than the address:
 *
 * <pre>{@code
 * SwarmTransport transport =
 *     OkHttpTransport.builder(EngineAddress.LOCAL).connectTimeout(Duration.ofSeconds(2)).build();
 * }</pre>
 */
@NullMarked
package io.github.swarmclient.okhttp;

import org.jspecify.annotations.NullMarked;
