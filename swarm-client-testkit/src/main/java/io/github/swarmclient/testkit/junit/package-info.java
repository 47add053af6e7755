/**
 * Swarms for tests of JUnit Jupiter. Needs {@code org.junit.jupiter:junit-jupiter} 5.13 or newer
 * among the test's dependencies.
 *
 * <pre>{@code
 * @WithSwarm(managers = 3, images = "my/app:1")
 * class AppTest {
 *   @SwarmTest
 *   void runs(SwarmClient swarm) {
 *     swarm.services().create("app").image("my/app:1").replicas(3).await();
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.github.swarmclient.testkit.junit;

import org.jspecify.annotations.NullMarked;
