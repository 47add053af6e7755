package io.github.swarmclient.testkit;

/**
 * How a command in the container of a {@link DindNode} ended.
 *
 * @param exitCode 0 if it succeeded
 * @param stdout what it wrote to its standard output
 * @param stderr what it wrote to its standard error
 */
public record ExecResult(int exitCode, String stdout, String stderr) {}
