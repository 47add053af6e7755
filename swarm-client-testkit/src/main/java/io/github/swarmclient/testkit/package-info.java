/** Swarms for tests: embedded in the process, and real ones in containers. */
@NullMarked
package io.github.swarmclient.testkit;

import org.jspecify.annotations.NullMarked;
