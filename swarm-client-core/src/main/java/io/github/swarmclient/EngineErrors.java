package io.github.swarmclient;

import io.github.swarmclient.SwarmStateException.State;
import org.jspecify.annotations.Nullable;

/** Says which exception a refusal is. Mostly by its text: the statuses of engines mislead. */
final class EngineErrors {
  private EngineErrors() {}

  static EngineException toException(EngineAnswer answer) {
    // Services, nodes, swarms, secrets and configs alike: 500, not 409.
    if (answer.says("update out of sequence")) {
      return new VersionConflictException(answer, "it changed since it was read");
    }
    if (answer.says("valid join token is necessary")
        || answer.says("invalid join token")
        || answer.says("invalid checksum digest length")
        || answer.says("remote CA does not match fingerprint")) {
      return new InvalidJoinTokenException(
          answer, "compare it with joinTokens() of a manager; it may have been rotated");
    }
    return switch (answer.status()) {
      case 400 -> badRequest(answer);
      case 401, 403 -> new DeniedException(answer, "");
      case 404 -> new NotFoundException(answer, "");
      case 409 -> new ConflictException(answer, "");
      case 500 -> serverError(answer);
      case 501 -> unimplemented(answer);
      case 503 -> unavailable(answer);
      default -> new EngineException(answer);
    };
  }

  private static EngineException badRequest(EngineAnswer answer) {
    return answer.code().equals("FailedPrecondition") || answer.says("is in use by")
        ? new RefusedException(answer, hintOnRefusal(answer))
        : new InvalidRequestException(answer, "");
  }

  private static String hintOnRefusal(EngineAnswer answer) {
    return answer.says("is not down")
        ? "let the node leave first, or remove it by force()"
        : answer.says("is a cluster manager") ? "demote it first" : "";
  }

  /** What engines do not do, and what others than managers do not know when one joins there. */
  private static EngineException unimplemented(EngineAnswer answer) {
    return answer.says("HTTP status code")
        ? new SwarmStateException(
            answer, State.MANAGER_UNREACHABLE, "what answers there is no manager of a swarm")
        : new UnsupportedChangeException(answer, "create a new service instead");
  }

  /** Several mistakes of the caller come as 500. */
  private static EngineException serverError(EngineAnswer answer) {
    if (leaderless(answer)) {
      return new SwarmUnavailableException(answer, "");
    }
    if (answer.says("not found")) {
      return new NotFoundException(answer, "");
    }
    // What a registry refuses comes as a failure of the engine's own.
    if (answer.says("unauthorized") || answer.says("no basic auth credentials")) {
      return new DeniedException(answer, "check the login for the registry");
    }
    return answer.code().equals("InvalidArgument")
            || answer.says("constraint expected")
            || answer.says("is ambiguous")
        ? new InvalidRequestException(answer, "")
        : new EngineException(answer);
  }

  private static boolean leaderless(EngineAnswer answer) {
    return answer.code().equals("DeadlineExceeded")
        || answer.says("does not have a leader")
        || answer.says("no elected cluster leader")
        || answer.says("lost leader status")
        // Said while a manager stops, as one does that is being demoted.
        || answer.says("client connection is closing")
        || answer.says("context deadline exceeded");
  }

  /**
   * What the engine says of its own state is said before anything is done. Any other 503 may come
   * from the leader, to which a write was passed on, or from a proxy between.
   */
  private static EngineException unavailable(EngineAnswer answer) {
    State state = answer.code().isEmpty() && !leaderless(answer) ? state(answer) : null;
    return state == null
        ? new SwarmUnavailableException(answer, "")
        : new SwarmStateException(answer, state, hintOn(state));
  }

  private static @Nullable State state(EngineAnswer answer) {
    if (answer.says("already part of a swarm")) {
      return State.ALREADY_IN_SWARM;
    }
    if (answer.says("Timeout was reached before node joined")
        || answer.says("Timeout was reached before node was joined")) {
      return State.JOINING;
    }
    // Of the two ways to say it, one is for leaving.
    if (answer.says("Swarm is encrypted and")) {
      return State.LOCKED;
    }
    if (answer.says("Worker nodes can't be used")) {
      return State.NOT_A_MANAGER;
    }
    if (answer.says("You are attempting to leave the swarm on a node that is participating")
        || answer.says("Removing the last manager")) {
      return State.NEEDED_AS_MANAGER;
    }
    if (answer.says("Manager is being prepared") || answer.says("certificates have expired")) {
      return State.NOT_READY;
    }
    // "This node is not a swarm manager" is said outside of any swarm too; the advice differs.
    if (answer.says("not part of a swarm") || answer.says("docker swarm init")) {
      return State.NOT_IN_SWARM;
    }
    return answer.says("not a swarm manager") ? State.NOT_A_MANAGER : null;
  }

  private static String hintOn(State state) {
    return switch (state) {
      case NOT_IN_SWARM -> "init() or join() it first";
      case NOT_A_MANAGER -> "ask a manager";
      case ALREADY_IN_SWARM ->
          "leave() it first, even if it was removed from its swarm by force, of which it is not told";
      case NEEDED_AS_MANAGER -> "leave().force() does it all the same";
      case LOCKED -> "unlock(key) it first";
      case JOINING -> "info() tells when it is done; leave().force() ends the attempt";
      case MANAGER_UNREACHABLE -> "check address and port; leave().force() ends the attempt";
      case NOT_READY -> "";
    };
  }
}
