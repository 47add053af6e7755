/** Programs that measure the testkit, and that start and end its clusters over and over. */
@NullMarked
package io.github.swarmclient.benchmarks;

import org.jspecify.annotations.NullMarked;
