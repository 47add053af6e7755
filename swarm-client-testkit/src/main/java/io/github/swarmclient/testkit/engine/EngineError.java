package io.github.swarmclient.testkit.engine;

/** An answer of an engine that is no success: a status, and the text for its {@code message}. */
final class EngineError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String LOST_LEADERSHIP =
      "raft: failed to process the request: node lost leader status";

  private final int status;
  private final boolean plain;

  private EngineError(int status, String message, boolean plain) {
    super(message, null, false, false);
    this.status = status;
    this.plain = plain;
  }

  /** The codes of the swarm's own protocol, and the HTTP status each of them turns into. */
  enum Code {
    INVALID_ARGUMENT("InvalidArgument", 400),
    FAILED_PRECONDITION("FailedPrecondition", 400),
    NOT_FOUND("NotFound", 404),
    ALREADY_EXISTS("AlreadyExists", 409),
    PERMISSION_DENIED("PermissionDenied", 403),
    UNIMPLEMENTED("Unimplemented", 501),
    DEADLINE_EXCEEDED("DeadlineExceeded", 500),
    UNKNOWN("Unknown", 500);

    private final String word;
    private final int status;

    Code(String word, int status) {
      this.word = word;
      this.status = status;
    }
  }

  static EngineError of(int status, String message) {
    return new EngineError(status, message, false);
  }

  static EngineError plainText(int status, String message) {
    return new EngineError(status, message, true);
  }

  static EngineError invalid(String message) {
    return of(400, message);
  }

  /** Returns an error that comes from the swarm's store, with the prefix that gives it away. */
  static EngineError swarm(Code code, String description) {
    return of(code.status, "rpc error: code = " + code.word + " desc = " + description);
  }

  static EngineError invalidArgument(String description) {
    return swarm(Code.INVALID_ARGUMENT, description);
  }

  static EngineError refused(String description) {
    return swarm(Code.FAILED_PRECONDITION, description);
  }

  /** Returns the answer to a stale version, which is a 500 and not a 409. */
  static EngineError outOfSequence() {
    return swarm(Code.UNKNOWN, "update out of sequence");
  }

  static EngineError noLeader() {
    return swarm(
        Code.UNKNOWN,
        "The swarm does not have a leader. It's possible that too few managers are online. Make"
            + " sure more than half of the managers are online.");
  }

  /** Returns the answer to what a leader could not write any more; it may be written later. */
  static EngineError lostLeadership() {
    return swarm(Code.UNKNOWN, LOST_LEADERSHIP);
  }

  boolean isLostLeadership() {
    return text().endsWith(LOST_LEADERSHIP);
  }

  static EngineError deadlineExceeded() {
    return swarm(Code.DEADLINE_EXCEEDED, "context deadline exceeded");
  }

  int status() {
    return status;
  }

  /** Returns whether the text stands alone instead of in JSON. */
  boolean plain() {
    return plain;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
