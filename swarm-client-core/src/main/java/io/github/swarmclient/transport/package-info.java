/**
 * What an HTTP library has to offer to carry the Engine API: a {@link
 * io.github.swarmclient.transport.SwarmTransport} of two methods. No JSON, no engine error, no API
 * version and no retry crosses it.
 */
@NullMarked
package io.github.swarmclient.transport;

import org.jspecify.annotations.NullMarked;
