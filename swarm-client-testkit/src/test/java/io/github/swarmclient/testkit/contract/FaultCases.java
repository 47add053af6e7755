package io.github.swarmclient.testkit.contract;

import static io.github.swarmclient.testkit.contract.FaultCases.Action.EVENTS;
import static io.github.swarmclient.testkit.contract.FaultCases.Action.EXEC;
import static io.github.swarmclient.testkit.contract.FaultCases.Action.LOGS;
import static io.github.swarmclient.testkit.contract.FaultCases.Action.READ;
import static io.github.swarmclient.testkit.contract.FaultCases.Action.UPDATE;
import static io.github.swarmclient.testkit.contract.FaultCases.Action.UPLOAD;
import static io.github.swarmclient.testkit.contract.FaultCases.Action.WRITE;

import io.github.swarmclient.EngineException;
import io.github.swarmclient.MalformedResponseException;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.SwarmUnavailableException;
import io.github.swarmclient.TransportException;
import io.github.swarmclient.VersionConflictException;
import io.github.swarmclient.testkit.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every fault of requests, on every kind of request it concerns, and what a client makes of it. */
final class FaultCases {
  private static final Class<TransportException> BROKEN = TransportException.class;
  private static final Class<MalformedResponseException> UNREADABLE =
      MalformedResponseException.class;
  private static final Class<EngineException> REFUSED = EngineException.class;
  private static final Class<SwarmUnavailableException> UNAVAILABLE =
      SwarmUnavailableException.class;

  private static final List<Case> ALL = new ArrayList<>();

  private FaultCases() {}

  /** What a client does while a fault strikes. */
  enum Action {
    READ,
    WRITE,
    UPDATE,
    UPLOAD,
    LOGS,
    EXEC,
    EVENTS
  }

  /**
   * A fault, what is done, and how it ends.
   *
   * @param failure the exception, or null if nothing is wrong for the client
   */
  record Case(Fault fault, Action action, @Nullable Class<? extends SwarmException> failure) {
    @Override
    public String toString() {
      return fault + " " + action + " " + (failure == null ? "fine" : failure.getSimpleName());
    }
  }

  static Stream<Case> all() {
    return ALL.stream();
  }

  private static void add(
      @Nullable Class<? extends SwarmException> failure, Fault fault, Action... actions) {
    for (Action action : actions) {
      ALL.add(new Case(fault, action, failure));
    }
  }

  static {
    add(BROKEN, Fault.CLOSE_DURING_HEADERS, READ, WRITE, UPLOAD, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.CLOSE_DURING_BODY, WRITE, UPLOAD, EXEC);
    add(BROKEN, Fault.BODY_NEVER_READ, WRITE);
    add(BROKEN, Fault.RESET_MID_UPLOAD, WRITE, UPLOAD, EXEC);
    add(REFUSED, Fault.REDIRECT_301, READ, WRITE, UPLOAD, LOGS, EXEC, EVENTS);
    add(REFUSED, Fault.REDIRECT_307, READ, WRITE, UPLOAD, LOGS, EXEC, EVENTS);
    add(REFUSED, Fault.REDIRECT_308, READ, WRITE, UPLOAD, LOGS, EXEC, EVENTS);

    add(BROKEN, Fault.NO_RESPONSE, READ, WRITE, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.HALF_STATUS_LINE, READ, WRITE, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.GARBAGE_LINE, READ, WRITE, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.INFORMATIONAL_FLOOD, READ, WRITE, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.CONTRADICTING_LENGTHS, READ, WRITE);
    add(BROKEN, Fault.LENGTH_AND_CHUNKED, READ, WRITE);
    add(null, Fault.MISSING_CONTENT_TYPE, READ, WRITE, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.OVERSIZED_HEADERS, READ, WRITE, LOGS, EXEC, EVENTS);
    add(BROKEN, Fault.SLOW_DRIP_HEADERS, READ, WRITE);

    add(UNREADABLE, Fault.SHORT_LENGTH, READ, WRITE);
    // The document is whole, and the connection is not used again.
    add(null, Fault.LONG_LENGTH, READ, WRITE);
    add(BROKEN, Fault.CUT_MID_CHUNK, READ, LOGS, EVENTS);
    add(BROKEN, Fault.BAD_CHUNK_SIZE, READ, WRITE, LOGS, EVENTS);
    add(BROKEN, Fault.HUGE_CHUNK, READ, LOGS, EVENTS);
    add(null, Fault.TRAILING_GARBAGE, READ, WRITE);
    add(UNREADABLE, Fault.GZIP_BOMB, READ, WRITE);
    add(UNREADABLE, Fault.WRONG_CHARSET, READ, WRITE);
    add(null, Fault.BYTE_ORDER_MARK, READ, WRITE);
    add(REFUSED, Fault.HTML_502, READ, WRITE, LOGS, EXEC, EVENTS);
    add(REFUSED, Fault.EMPTY_500, READ, WRITE, LOGS, EXEC, EVENTS);
    add(REFUSED, Fault.GIB_ERROR, READ, WRITE, LOGS, EXEC, EVENTS);
    add(UNREADABLE, Fault.DEEP_JSON, READ, WRITE);
    add(null, Fault.UNKNOWN_ENUM, READ, WRITE);
    add(null, Fault.UNKNOWN_FIELD, READ, WRITE);
    add(null, Fault.NULL_LIST, READ, WRITE);
    add(UNREADABLE, Fault.NAN_NUMBER, READ, WRITE);

    add(BROKEN, Fault.STALL, READ, WRITE);
    add(BROKEN, Fault.DRIP, READ);
    add(null, Fault.DRIP, LOGS);
    add(BROKEN, Fault.EOF_BEFORE_FIRST_BYTE, READ, WRITE, LOGS, EVENTS);
    add(UNREADABLE, Fault.CUT_IN_FRAME_HEADER, LOGS, EXEC);
    add(UNREADABLE, Fault.CUT_IN_PAYLOAD, LOGS, EXEC);
    add(null, Fault.ZERO_LENGTH_FRAME, LOGS, EXEC);
    add(UNREADABLE, Fault.HUGE_FRAME, LOGS, EXEC);
    add(REFUSED, Fault.ENGINE_FRAME, LOGS, EXEC);
    add(UNREADABLE, Fault.UNKNOWN_FRAME, LOGS, EXEC);
    add(UNREADABLE, Fault.TERMINAL_BYTES, LOGS, EXEC);
    add(null, Fault.LONG_LINE, LOGS, EXEC);
    add(null, Fault.TWO_OBJECTS_ON_A_LINE, EVENTS);
    add(null, Fault.SPLIT_CHARACTER, EVENTS);
    add(null, Fault.DUPLICATE_EVENTS, EVENTS);
    add(null, Fault.TIME_BACKWARDS, EVENTS);

    add(null, Fault.HANG_THEN_ANSWER, READ, WRITE, LOGS, EXEC, EVENTS);
    add(UNAVAILABLE, Fault.DEADLINE_EXCEEDED, READ, WRITE, LOGS);
    add(UNAVAILABLE, Fault.LOST_LEADER, WRITE);
    add(UNAVAILABLE, Fault.NO_LEADER, READ, WRITE, LOGS);
    add(VersionConflictException.class, Fault.OUT_OF_SEQUENCE, UPDATE);
    add(REFUSED, Fault.RESOURCE_EXHAUSTED, READ, LOGS);
  }
}
