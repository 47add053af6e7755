package io.github.swarmclient.testkit.fault;

import java.util.regex.Pattern;

/**
 * What can go wrong between a client and an engine. By its {@linkplain #stage stage} it is known
 * what the engine has seen: nothing where the connection or the request is struck; where head, body
 * or stream are, it has done what was asked, and the answer is spoiled; the faults of the swarm say
 * it themselves.
 */
public enum Fault {
  /** Nothing listens: the port is closed, or the socket file is there and nothing serves it. */
  REFUSED(Stage.CONNECT, Kind.CONNECTION),
  /** The file of the unix socket does not exist. */
  MISSING_PATH(Stage.CONNECT, Kind.CONNECTION),
  /** The file of the unix socket may not be opened. Root may open any. */
  PERMISSION_DENIED(Stage.CONNECT, Kind.CONNECTION),
  /** The path of the unix socket is longer than a socket's may be; see {@link Faults#address}. */
  PATH_TOO_LONG(Stage.CONNECT, Kind.CONNECTION),
  /** The queue of the listener is full, and nobody takes from it: connecting hangs. */
  BACKLOG_FULL(Stage.CONNECT, Kind.CONNECTION),
  /** The connection is made, and closed at once. */
  ACCEPT_THEN_CLOSE(Stage.CONNECT, Kind.CONNECTION),
  /** The engine's certificate is of an authority that nobody knows. */
  TLS_UNKNOWN_CA(Stage.CONNECT, Kind.CONNECTION),
  /** The engine's certificate is that of another host. */
  TLS_WRONG_HOST(Stage.CONNECT, Kind.CONNECTION),
  /** The engine's certificate has expired. */
  TLS_EXPIRED(Stage.CONNECT, Kind.CONNECTION),
  /** The engine's certificate is good, and it wants one of the client. */
  TLS_CLIENT_CERTIFICATE_REQUIRED(Stage.CONNECT, Kind.CONNECTION),
  /** The port wants TLS, and a client speaks plainly: an engine says so with status 400. */
  PLAINTEXT_TO_TLS(Stage.CONNECT, Kind.CONNECTION),
  /** The port speaks plainly, and a client TLS: what answers it is no TLS. */
  TLS_TO_PLAINTEXT(Stage.CONNECT, Kind.CONNECTION),

  /** The connection ends while the headers of the request are read. */
  CLOSE_DURING_HEADERS(Stage.REQUEST, Kind.ANY),
  /** The connection ends while the body of the request is read. */
  CLOSE_DURING_BODY(Stage.REQUEST, Kind.UPLOAD),
  /** The body of the request is never read, nor the request answered. */
  BODY_NEVER_READ(Stage.REQUEST, Kind.UPLOAD),
  /** The connection is reset while the body of the request is read. */
  RESET_MID_UPLOAD(Stage.REQUEST, Kind.UPLOAD),
  /** A request that expects to be told to continue is not told; what it sends is taken. */
  CONTINUE_IGNORED(Stage.REQUEST, Kind.UPLOAD),
  /** The answer is a 301 to {@code /swarm}, where the join tokens are. */
  REDIRECT_301(Stage.REQUEST, Kind.ANY),
  /** The answer is a 307 to {@code /swarm}, where the join tokens are. */
  REDIRECT_307(Stage.REQUEST, Kind.ANY),
  /** The answer is a 308 to {@code /swarm}, where the join tokens are. */
  REDIRECT_308(Stage.REQUEST, Kind.ANY),

  /** The connection ends without an answer. */
  NO_RESPONSE(Stage.HEAD, Kind.ANY),
  /** The connection ends in the status line. */
  HALF_STATUS_LINE(Stage.HEAD, Kind.ANY),
  /** What comes is no HTTP. */
  GARBAGE_LINE(Stage.HEAD, Kind.ANY),
  /** {@code 100 Continue}, again and again, and nothing else. */
  INFORMATIONAL_FLOOD(Stage.HEAD, Kind.ANY),
  /** The answer has two lengths, which differ. */
  CONTRADICTING_LENGTHS(Stage.HEAD, Kind.WHOLE),
  /** The answer has a length, and is in chunks. */
  LENGTH_AND_CHUNKED(Stage.HEAD, Kind.WHOLE),
  /** The answer does not say what it is. */
  MISSING_CONTENT_TYPE(Stage.HEAD, Kind.ANY),
  /** There are headers of 16 MiB. */
  OVERSIZED_HEADERS(Stage.HEAD, Kind.ANY),
  /** Headers come byte by byte, one a second, and have no end. */
  SLOW_DRIP_HEADERS(Stage.HEAD, Kind.ANY),

  /** The length is shorter than the body, whose rest comes nevertheless. */
  SHORT_LENGTH(Stage.BODY, Kind.WHOLE),
  /** The length is longer than the body, after which the connection ends. */
  LONG_LENGTH(Stage.BODY, Kind.WHOLE),
  /** The connection ends in the middle of a chunk, as it does when an engine is stopped. */
  CUT_MID_CHUNK(Stage.BODY, Kind.CHUNKED),
  /** The size of a chunk is no number. */
  BAD_CHUNK_SIZE(Stage.BODY, Kind.CHUNKED),
  /** The size of a chunk is 2⁶³−1. */
  HUGE_CHUNK(Stage.BODY, Kind.CHUNKED),
  /** After the answer comes another one that nobody asked for, of status 200. */
  TRAILING_GARBAGE(Stage.BODY, Kind.WHOLE),
  /** The answer is compressed, though nobody asked for it: 1 MiB that stands for 1 GiB. */
  GZIP_BOMB(Stage.BODY, Kind.WHOLE),
  /** The answer claims to be UTF-8, and is not. */
  WRONG_CHARSET(Stage.BODY, Kind.WHOLE),
  /** The JSON begins with a byte order mark. */
  BYTE_ORDER_MARK(Stage.BODY, Kind.WHOLE),
  /** A proxy says in HTML that there is no engine behind it, with status 502. */
  HTML_502(Stage.BODY, Kind.ANY),
  /** A status of 500, and no word. */
  EMPTY_500(Stage.BODY, Kind.ANY),
  /** A status of 500, and a message of 1 GiB. */
  GIB_ERROR(Stage.BODY, Kind.ANY),
  /** A member of the answer has 100,000 lists within each other. */
  DEEP_JSON(Stage.BODY, Kind.WHOLE),
  /** Words of which an API has but a few are others. */
  UNKNOWN_ENUM(Stage.BODY, Kind.WHOLE),
  /** Every object has a member that nobody knows. */
  UNKNOWN_FIELD(Stage.BODY, Kind.WHOLE),
  /** Every list is null. */
  NULL_LIST(Stage.BODY, Kind.WHOLE),
  /** A number is NaN, which JSON does not have. */
  NAN_NUMBER(Stage.BODY, Kind.WHOLE),

  /** The answer begins, and nothing more comes. */
  STALL(Stage.STREAM, Kind.ANY),
  /** The answer comes byte by byte, one a second. */
  DRIP(Stage.STREAM, Kind.CHUNKED),
  /** The answer begins, and the connection ends before its first byte. */
  EOF_BEFORE_FIRST_BYTE(Stage.STREAM, Kind.ANY),
  /** The stream ends, as if it were at its end, in the header of a frame. */
  CUT_IN_FRAME_HEADER(Stage.STREAM, Kind.FRAMES),
  /** The stream ends, as if it were at its end, in the payload of a frame. */
  CUT_IN_PAYLOAD(Stage.STREAM, Kind.FRAMES),
  /** A frame is empty. It means nothing. */
  ZERO_LENGTH_FRAME(Stage.STREAM, Kind.FRAMES),
  /** A frame claims to have 2³²−1 bytes. */
  HUGE_FRAME(Stage.STREAM, Kind.FRAMES),
  /** A frame of type 3: the engine tells of a failure of its own. */
  ENGINE_FRAME(Stage.STREAM, Kind.FRAMES),
  /** A frame of type 255, which there is not. */
  UNKNOWN_FRAME(Stage.STREAM, Kind.FRAMES),
  /** Between frames there are bytes as a terminal has them. */
  TERMINAL_BYTES(Stage.STREAM, Kind.FRAMES),
  /** A line has 10 MB. */
  LONG_LINE(Stage.STREAM, Kind.FRAMES),
  /** Between two events there is no end of a line. */
  TWO_OBJECTS_ON_A_LINE(Stage.STREAM, Kind.EVENTS),
  /** An event comes in two parts, the first of which ends within a character. */
  SPLIT_CHARACTER(Stage.STREAM, Kind.EVENTS),
  /** Every event comes twice. */
  DUPLICATE_EVENTS(Stage.STREAM, Kind.EVENTS),
  /** 257 events get lost, more than engines repeat, and then the connection. */
  EVENTS_LOST(Stage.STREAM, Kind.EVENTS),
  /** Every event is an hour older than the one before. */
  TIME_BACKWARDS(Stage.STREAM, Kind.EVENTS),

  /**
   * The managers have lost their leader: the engine takes 14.5 seconds, and then does what is
   * asked. The time is that of the cluster, in which an embedded engine is at once.
   */
  HANG_THEN_ANSWER(Stage.SWARM, Kind.ANY),
  /** The managers do not agree in 20 seconds, in the cluster's time. Nothing was done. */
  DEADLINE_EXCEEDED(Stage.SWARM, Kind.ANY),
  /** The manager lost its leadership while it wrote; it was done all the same. */
  LOST_LEADER(Stage.SWARM, Kind.WRITE),
  /** The swarm has no leader. Nothing was done. */
  NO_LEADER(Stage.SWARM, Kind.ANY),
  /** Somebody else was quicker with an update. Nothing was done. */
  OUT_OF_SEQUENCE(Stage.SWARM, Kind.UPDATE),
  /** The answer is too large for the managers. Nothing was done. */
  RESOURCE_EXHAUSTED(Stage.SWARM, Kind.ANY);

  /** Where a fault strikes. */
  public enum Stage {
    /** Before there is a request. */
    CONNECT,
    /** While the request is read; the engine sees nothing of it. */
    REQUEST,
    /** In the status line and headers of the answer. */
    HEAD,
    /** In the body of the answer. */
    BODY,
    /** In what engines go on saying: logs, output of commands, events. */
    STREAM,
    /** In the swarm: such is the answer of the engine. */
    SWARM
  }

  /** The requests that a fault concerns. */
  private enum Kind {
    CONNECTION("-", "-"),
    ANY("[A-Z]+", ".*"),
    UPLOAD("POST|PUT", ".*"),
    WRITE("POST|PUT|DELETE", ".*"),
    UPDATE("POST", "/.*/update"),
    FRAMES("GET|POST", "/.*/logs|/exec/[^/]+/start|/containers/[^/]+/attach"),
    EVENTS("GET", "/events"),
    CHUNKED("GET|POST|PUT|DELETE", "(?!/exec/[^/]+/start|/containers/[^/]+/attach).*"),
    WHOLE(
        "GET|POST|PUT|DELETE",
        "(?!/.*/logs$|/exec/[^/]+/start$|/containers/[^/]+/attach$|/events$).*");

    private final Pattern methods;
    private final Pattern paths;

    Kind(String methods, String paths) {
      this.methods = Pattern.compile(methods);
      this.paths = Pattern.compile(paths);
    }
  }

  private final Stage stage;
  private final Kind kind;

  Fault(Stage stage, Kind kind) {
    this.stage = stage;
    this.kind = kind;
  }

  /** Returns where it strikes. */
  public Stage stage() {
    return stage;
  }

  /**
   * Returns whether it can strike such a request: a cut frame needs frames.
   *
   * @param method the HTTP method
   * @param path the path, without the API version and without the query
   */
  public boolean concerns(String method, String path) {
    return kind.methods.matcher(method).matches() && kind.paths.matcher(path).matches();
  }
}
