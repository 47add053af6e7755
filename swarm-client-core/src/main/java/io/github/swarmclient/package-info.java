/** The client of a Docker Swarm. */
@NullMarked
package io.github.swarmclient;

import org.jspecify.annotations.NullMarked;
