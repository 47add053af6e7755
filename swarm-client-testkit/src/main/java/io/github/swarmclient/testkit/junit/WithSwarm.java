package io.github.swarmclient.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test, a swarm; classes within it have it too, unless they say
 * otherwise. When a test fails, or what runs before or after it, nodes, services, tasks, the last
 * requests and the engines' logs stand with the failure, as a suppressed exception.
 *
 * <p>Where engines of the kind cannot run, tests are aborted with the reason; if the configuration
 * parameter {@code swarm.engines}, or the environment variable {@code SWARM_REAL_ENGINES}, is
 * {@code required}, they fail.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SwarmExtension.class)
public @interface WithSwarm {

  /** Returns how many managers there are: docker01 and so on. */
  int managers() default 1;

  /** Returns how many workers there are, named on from the managers. */
  int workers() default 0;

  /** Returns host names of further engines, which are in no swarm. */
  String[] hosts() default {};

  /** Returns the generation of engines, such as {@code 28}; empty for the usual one. */
  String engine() default "";

  /** Returns the images that all engines have. */
  String[] images() default {};

  /**
   * Returns files of images that all engines have, such as {@code docker save} or {@link
   * io.github.swarmclient.testkit.AppImage} writes them, from the working directory.
   */
  String[] imageTars() default {};

  /** Returns what kind of engines these are. */
  Backend backend() default Backend.CONFIGURED;

  /** Returns how long the engines live. */
  Lifetime lifetime() default Lifetime.SHARED;

  /** A kind of engines. */
  enum Backend {
    /**
     * What the configuration parameter {@code swarm.backend}, or the environment variable {@code
     * SWARM_BACKEND}, says: {@code embedded}, {@code dind} or {@code local}. {@code dind} if
     * neither says anything.
     */
    CONFIGURED,

    /** In the process, by {@link io.github.swarmclient.testkit.SwarmCluster#embedded}. */
    EMBEDDED,

    /** In containers, by {@link io.github.swarmclient.testkit.SwarmCluster#dind}. */
    DIND,

    /** On this machine, by {@link io.github.swarmclient.testkit.SwarmCluster#local}. */
    LOCAL
  }

  /** How long engines live. */
  enum Lifetime {
    /** Each test has engines of its own, that nobody had before. */
    METHOD,

    /**
     * The tests of the class, those of classes within it, and its {@code @BeforeAll} methods have
     * the same engines; what one has made the next one finds.
     */
    CLASS,

    /**
     * Each test has an empty swarm, of engines that all classes with the same settings share: they
     * are {@linkplain io.github.swarmclient.testkit.SwarmCluster#reset reset} before each test.
     * Tests that run at the same time have different ones.
     */
    SHARED
  }
}
