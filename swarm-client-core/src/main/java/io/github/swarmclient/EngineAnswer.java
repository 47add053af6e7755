package io.github.swarmclient;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refusal as it came.
 *
 * @param operation what was attempted, and on what
 * @param engine the address of the engine
 * @param write whether the request could change something
 * @param status the HTTP status
 * @param code the gRPC code that swarmkit gave, or an empty text
 * @param message what the engine said, without the gRPC prefix
 */
record EngineAnswer(
    String operation, String engine, boolean write, int status, String code, String message) {
  private static final Pattern GRPC =
      Pattern.compile("rpc error: code = (\\w+) desc = (.*)", Pattern.DOTALL);

  static EngineAnswer of(
      String operation, String engine, boolean write, int status, String message) {
    Matcher grpc = GRPC.matcher(message);
    return grpc.lookingAt()
        ? new EngineAnswer(operation, engine, write, status, grpc.group(1), grpc.group(2).strip())
        : new EngineAnswer(operation, engine, write, status, "", message.strip());
  }

  boolean says(String text) {
    return message.contains(text);
  }

  String describe(String hint) {
    String said = message.isEmpty() ? "the engine gave no reason" : message;
    return said + " (" + status + " from " + engine + ")" + (hint.isEmpty() ? "" : "; " + hint);
  }
}
