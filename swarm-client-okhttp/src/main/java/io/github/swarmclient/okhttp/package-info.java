/** The okhttp transport of swarm-client. */
@NullMarked
package io.github.swarmclient.okhttp;

import org.jspecify.annotations.NullMarked;
