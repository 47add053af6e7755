/**
 * Assertions on services, for AssertJ. Needs {@code org.assertj:assertj-core} among the test's
 * dependencies.
 *
 * <pre>{@code
 * assertThat(swarm.services().tasks("my_web")).hasRunning(3).onNodes("docker01", "docker02");
 * }</pre>
 */
@NullMarked
package io.github.swarmclient.testkit.assertj;

import org.jspecify.annotations.NullMarked;
