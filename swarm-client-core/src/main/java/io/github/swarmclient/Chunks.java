package io.github.swarmclient;

import java.io.IOException;

/** What came of the output of processes, piece by piece; a cursor on the current piece. */
sealed interface Chunks permits FrameChunks, TerminalChunks {
  /** The standard output. */
  int STDOUT = 1;

  /** The standard error. */
  int STDERR = 2;

  /** What the engine itself has to say: it failed after it had begun to answer. */
  int ENGINE = 3;

  /** No line and no frame is longer. */
  int LONGEST = 64 << 20;

  /** Waits for the next piece. Returns false at the end. */
  boolean next() throws IOException;

  /** Returns where the current piece came from. */
  int stream();

  /** Returns the bytes, valid until {@link #next}, of which those of the current piece count. */
  byte[] bytes();

  /** Returns where the piece begins. */
  int from();

  /** Returns where the piece has ended. */
  int to();
}
