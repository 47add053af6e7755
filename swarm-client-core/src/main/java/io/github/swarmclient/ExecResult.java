package io.github.swarmclient;

import java.nio.charset.StandardCharsets;

/** How a command in a container ended, and what it wrote. */
public final class ExecResult {
  private final int exitCode;
  private final byte[] stdout;
  private final byte[] stderr;

  /** Makes a result, which takes the bytes over. */
  ExecResult(int exitCode, byte[] stdout, byte[] stderr) {
    this.exitCode = exitCode;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Returns the exit code; 0 is success. */
  public int exitCode() {
    return exitCode;
  }

  /** Returns what was written to the standard output, read as UTF-8. */
  public String stdout() {
    return new String(stdout, StandardCharsets.UTF_8);
  }

  /** Returns what was written to the standard error, read as UTF-8. */
  public String stderr() {
    return new String(stderr, StandardCharsets.UTF_8);
  }

  /** Returns what was written to the standard output. */
  public byte[] stdoutBytes() {
    return stdout.clone();
  }

  /** Returns what was written to the standard error. */
  public byte[] stderrBytes() {
    return stderr.clone();
  }

  /** Returns the exit code and how much was written, but not what, which may be secret. */
  @Override
  public String toString() {
    return "exit code "
        + exitCode
        + ", "
        + stdout.length
        + " bytes of output, "
        + stderr.length
        + " bytes of errors";
  }
}
