package io.github.swarmclient;

/**
 * The header of one entry of a tar archive.
 *
 * @param name the path, as it stands in the archive
 * @param type the letter for its kind
 * @param target what a link points to
 * @param size the number of bytes that follow
 * @param mode the permission bits
 * @param seconds the time of the last change, in seconds since 1970
 */
record TarEntry(String name, char type, String target, long size, int mode, long seconds) {}
