package io.github.swarmclient.testkit.engine;

/**
 * Something of a machine that only users know: so many of a kind, or one with a name.
 *
 * @param kind what it is, such as GPU
 * @param name its name, empty if it has none
 * @param count how many there are; of one with a name, one
 */
public record GenericResource(String kind, String name, long count) {}
