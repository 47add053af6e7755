/** An engine on a socket: HTTP/1.1 as engines speak it, and as they never should. */
@NullMarked
package io.github.swarmclient.testkit.http;

import org.jspecify.annotations.NullMarked;
