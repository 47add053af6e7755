/**
 * The objects of the Swarm API as the engine sends and takes them. Every one keeps the members that
 * this library does not model, at its own depth, and every enum is open: what was read is written
 * back.
 */
@NullMarked
package io.github.swarmclient.model;

import org.jspecify.annotations.NullMarked;
