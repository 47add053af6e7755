package io.github.swarmclient.testkit.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Makes the rows of a table, each a case of its own. They share the swarm that was set up for the
 * table, and so come one after the other, also where tests do not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestFactory
@Execution(ExecutionMode.SAME_THREAD)
@interface Rows {}
