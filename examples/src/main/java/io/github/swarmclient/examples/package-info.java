/** Small programs that show swarm-client at work, each a {@code main}. */
@NullMarked
package io.github.swarmclient.examples;

import org.jspecify.annotations.NullMarked;
