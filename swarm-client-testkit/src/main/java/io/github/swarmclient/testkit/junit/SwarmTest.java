package io.github.swarmclient.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that has a swarm: that of {@link WithSwarm} at the method, its class or an outer class, or
 * else one of a single manager. Its parameters may be a {@link io.github.swarmclient.SwarmClient},
 * the {@link io.github.swarmclient.testkit.SwarmCluster}, and {@link
 * io.github.swarmclient.testkit.SwarmNode}s: the first one is the first engine, and so on.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(SwarmExtension.class)
public @interface SwarmTest {}
