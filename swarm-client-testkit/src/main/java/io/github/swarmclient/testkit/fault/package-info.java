/**
 * What goes wrong between a client and an engine, on purpose: a catalogue of faults, and the
 * switchboard by which a test lets them strike.
 */
@NullMarked
package io.github.swarmclient.testkit.fault;

import org.jspecify.annotations.NullMarked;
