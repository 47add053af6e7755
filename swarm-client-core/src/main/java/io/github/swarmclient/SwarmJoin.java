package io.github.swarmclient;

import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.model.LocalNodeState;
import io.github.swarmclient.model.NodeAvailability;
import io.github.swarmclient.model.SwarmInfo;
import io.github.swarmclient.model.SwarmJoinRequest;
import io.github.swarmclient.model.SystemInfo;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an engine a node of a swarm. */
public final class SwarmJoin {
  private static final Pattern TOKEN = Pattern.compile("SWMTKN-(1|2-1)-[0-9a-z]{50}-[0-9a-z]{25}");

  private final ApiCalls calls;
  private final String remoteAddress;
  private final SwarmJoinRequest.Builder request =
      SwarmJoinRequest.builder().listenAddr("0.0.0.0:2377");
  private @Nullable String token;

  SwarmJoin(ApiCalls calls, String remoteAddress) {
    this.calls = calls;
    this.remoteAddress = Checks.text("manager address", remoteAddress);
    request.addRemoteAddr(remoteAddress);
  }

  /**
   * Sets the join token, which also says whether the node becomes a worker or a manager.
   *
   * @throws IllegalArgumentException if it has not the form of a token; it is not repeated in the
   *     message
   */
  public SwarmJoin token(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "swarm join at "
              + remoteAddress
              + " failed: what was given is no join token; expected SWMTKN-1-, 50 and 25 small"
              + " letters or digits, but it has "
              + token.length()
              + " characters; joinTokens() of a manager tells it; nothing was sent");
    }
    this.token = token;
    return this;
  }

  /** Adds another manager to try. */
  public SwarmJoin remoteAddr(String address) {
    request.addRemoteAddr(Checks.text("manager address", address));
    return this;
  }

  /** Sets the address, or interface, by which the other nodes reach this one. */
  public SwarmJoin advertiseAddr(String address) {
    request.advertiseAddr(Checks.text("advertise address", address));
    return this;
  }

  /** Sets where a manager listens; {@code 0.0.0.0:2377} if this is not called. */
  public SwarmJoin listenAddr(String address) {
    request.listenAddr(Checks.text("listen address", address));
    return this;
  }

  /** Sets the address, or interface, for the traffic of overlay networks. API 1.31. */
  public SwarmJoin dataPathAddr(String address) {
    request.dataPathAddr(Checks.text("data path address", address));
    return this;
  }

  /** Sets whether this node takes tasks; active by default. */
  public SwarmJoin availability(NodeAvailability availability) {
    request.availability(availability);
    return this;
  }

  /**
   * Joins. The engine tries for up to 20 seconds.
   *
   * @return the ID of the node that this engine is now
   * @throws InvalidJoinTokenException if the swarm refuses the token
   * @throws SwarmStateException if the engine is in a swarm already, cannot reach the manager, or
   *     is still joining; the last two go on in the background
   */
  public String execute() {
    if (token == null) {
      throw new IllegalStateException("swarm join needs a token(…)");
    }
    String operation = "swarm join at " + remoteAddress;
    calls.requiresOneEngine(operation);
    try {
      calls.post(operation, "/swarm/join").body(request.joinToken(token).build()).done();
    } catch (SwarmStateException e) {
      throw e.state() == State.JOINING ? whyStillJoining(operation, e) : e;
    } catch (SwarmUnavailableException e) {
      throw e.engineMessage().contains("connection error")
          ? unreachable(operation, e.status(), e.engineMessage())
          : e;
    }
    return Objects.requireNonNull(swarm(operation).nodeId(), "a node has an ID");
  }

  private SwarmInfo swarm(String operation) {
    return Objects.requireNonNull(
        calls.get(operation, "/info").read(SystemInfo.class).swarm(), "engines report Swarm");
  }

  /**
   * Engines that found no manager in time say what kept them, if anything; one that found a manager
   * which cannot decide, as without a quorum, says nothing.
   */
  private SwarmStateException whyStillJoining(String operation, SwarmStateException joining) {
    SwarmInfo now = swarm(operation);
    String error = Objects.requireNonNullElse(now.error(), "");
    boolean unreachable =
        LocalNodeState.PENDING.equals(now.localNodeState())
            && (error.contains("connect")
                || error.contains("Unavailable")
                || error.contains("DeadlineExceeded"));
    if (!unreachable) {
      return joining;
    }
    return unreachable(operation, joining.status(), error);
  }

  private SwarmStateException unreachable(String operation, int status, String error) {
    EngineAnswer answer =
        new EngineAnswer(
            operation,
            calls.names(),
            true,
            status,
            "",
            "no manager could be reached" + (error.isEmpty() ? "" : ": " + error));
    return new SwarmStateException(
        answer,
        State.MANAGER_UNREACHABLE,
        "check the address and port 2377; where info() says pending, the engine goes on trying and"
            + " leave().force() ends it");
  }
}
