/**
 * The contract of engines: tests of what every kind of Docker engine does alike, embedded or real,
 * of every generation. Needs {@code org.junit.jupiter:junit-jupiter} 5.13 or newer and {@code
 * org.assertj:assertj-core} among the test's dependencies.
 *
 * <pre>{@code
 * class MyEnginesTest extends EngineContract {
 *   private static final SwarmCluster ENGINES = …;
 *
 *   @Override
 *   protected SwarmCluster cluster() {
 *     return ENGINES;
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.github.swarmclient.testkit.contract;

import org.jspecify.annotations.NullMarked;
