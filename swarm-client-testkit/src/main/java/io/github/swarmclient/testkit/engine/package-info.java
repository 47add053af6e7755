/**
 * The innards of the embedded engines: raw JSON in, raw JSON out, in virtual time. Nothing in here
 * knows the models of the client library, so that a mistake in those cannot hide here as well.
 */
@NullMarked
package io.github.swarmclient.testkit.engine;

import org.jspecify.annotations.NullMarked;
