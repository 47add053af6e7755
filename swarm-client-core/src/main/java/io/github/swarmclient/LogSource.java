package io.github.swarmclient;

/** Which stream of a process a line of a log was written to. */
public enum LogSource {
  /** The standard output; of a terminal, everything. */
  STDOUT,
  /** The standard error. */
  STDERR
}
