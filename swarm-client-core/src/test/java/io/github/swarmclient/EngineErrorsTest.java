package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.swarmclient.ScriptedEngine.Answer;
import io.github.swarmclient.SwarmStateException.State;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statuses and texts of real engines, and what they become. */
class EngineErrorsTest {
  private final ScriptedEngine engine = new ScriptedEngine();

  static Stream<Arguments> refusals() {
    return Stream.of(
        row(
            500,
            "rpc error: code = Unknown desc = update out of sequence",
            VersionConflictException.class),
        row(
            400,
            "client version 1.99 is too new. Maximum supported API version is 1.41",
            InvalidRequestException.class),
        row(404, "page not found", NotFoundException.class),
        row(404, "service nope not found", NotFoundException.class),
        row(404, "node nope not found", NotFoundException.class),
        row(404, "rpc error: code = NotFound desc = task nope not found", NotFoundException.class),
        row(500, "network nope not found", NotFoundException.class),
        row(500, "rpc error: code = NotFound desc = secret not found: s1", NotFoundException.class),
        row(
            400,
            "invalid character 'b' looking for beginning of value",
            InvalidRequestException.class),
        row(400, "invalid ListenAddr \"\": invalid empty address", InvalidRequestException.class),
        row(
            400,
            "invalid service version 'abc': strconv.ParseUint: parsing \"abc\": invalid syntax",
            InvalidRequestException.class),
        row(400, "swarm spec must be named \"default\"", InvalidRequestException.class),
        row(400, "at least 1 RemoteAddr is required to join", InvalidRequestException.class),
        row(400, "invalid Role: \"boss\"", InvalidRequestException.class),
        row(
            400,
            "rpc error: code = InvalidArgument desc = name must be valid as a DNS name component",
            InvalidRequestException.class),
        row(
            400,
            "rpc error: code = InvalidArgument desc = port '80' is already in use by service 'web' (abc) as an ingress port",
            InvalidRequestException.class),
        row(
            400,
            "rpc error: code = InvalidArgument desc = secret data must be larger than 0 and less than 512000 bytes",
            InvalidRequestException.class),
        row(
            400,
            "rpc error: code = InvalidArgument desc = only updates to Labels are allowed",
            InvalidRequestException.class),
        row(400, "invalid filter 'nonsense'", InvalidRequestException.class),
        row(400, "node docker02 is ambiguous (2 matches found)", InvalidRequestException.class),
        row(500, "node docker02 is ambiguous (2 matches found)", InvalidRequestException.class),
        row(
            500,
            "rpc error: code = InvalidArgument desc = invalid role filter",
            InvalidRequestException.class),
        row(
            500,
            "rpc error: code = Unknown desc = constraint expected one operator from ==, !=",
            InvalidRequestException.class),
        row(
            400,
            "rpc error: code = InvalidArgument desc = secret 's1' is in use by the following service: sec",
            RefusedException.class),
        row(
            400,
            "rpc error: code = FailedPrecondition desc = network abc is in use by service def",
            RefusedException.class),
        row(
            400,
            "rpc error: code = FailedPrecondition desc = node abc is not down and can't be removed",
            RefusedException.class),
        row(
            400,
            "rpc error: code = FailedPrecondition desc = node abc is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal",
            RefusedException.class),
        row(
            400,
            "rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm",
            RefusedException.class),
        row(
            400,
            "rpc error: code = FailedPrecondition desc = can't remove member from the raft: this would result in a loss of quorum",
            RefusedException.class),
        row(
            400,
            "rpc error: code = FailedPrecondition desc = service web does not have a previous spec",
            RefusedException.class),
        row(401, "swarm could not be unlocked: invalid key provided", DeniedException.class),
        row(
            403,
            "rpc error: code = PermissionDenied desc = label com.docker.swarm.predefined is for internally created predefined networks",
            DeniedException.class),
        row(403, "bridge is a pre-defined network and cannot be removed", DeniedException.class),
        row(
            409,
            "rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists",
            ConflictException.class),
        row(409, "network with name web already exists", ConflictException.class),
        row(409, "swarm is not locked", ConflictException.class),
        row(
            501,
            "rpc error: code = Unimplemented desc = renaming services is not supported",
            UnsupportedChangeException.class),
        row(
            501,
            "rpc error: code = Unimplemented desc = service mode change is not allowed",
            UnsupportedChangeException.class),
        row(
            500,
            "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster",
            InvalidJoinTokenException.class),
        row(
            400,
            "rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster",
            InvalidJoinTokenException.class),
        row(400, "invalid join token", InvalidJoinTokenException.class),
        row(500, "invalid checksum digest length", InvalidJoinTokenException.class),
        row(500, "grpc: the client connection is closing", SwarmUnavailableException.class),
        row(
            501,
            "rpc error: code = Unimplemented desc = Not Found: HTTP status code 404; transport: missing"
                + " content-type field",
            SwarmStateException.class),
        row(
            501,
            "rpc error: code = Unimplemented desc = unexpected HTTP status code received from"
                + " server: 404 (Not Found)",
            SwarmStateException.class),
        row(
            500,
            "remote CA does not match fingerprint. Expected: 0d1e",
            InvalidJoinTokenException.class),
        row(
            500,
            "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
            SwarmUnavailableException.class),
        row(500, "context deadline exceeded", SwarmUnavailableException.class),
        row(
            500,
            "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.",
            SwarmUnavailableException.class),
        row(
            500,
            "rpc error: code = Unknown desc = raft: failed to process the request: node lost leader status",
            SwarmUnavailableException.class),
        row(
            500,
            "rpc error: code = Unavailable desc = no elected cluster leader",
            SwarmUnavailableException.class),
        row(
            503,
            "rpc error: code = Unavailable desc = transport is closing",
            SwarmUnavailableException.class),
        row(503, "upstream connect error", SwarmUnavailableException.class),
        row(
            500,
            "rpc error: code = ResourceExhausted desc = grpc: received message larger than max (4194400 vs. 4194304)",
            EngineException.class),
        row(500, "something else", EngineException.class),
        row(418, "I'm a teapot", EngineException.class),
        row(500, "", EngineException.class));
  }

  private static Arguments row(int status, String message, Class<? extends EngineException> type) {
    return Arguments.of(status, message, type);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusalIsOfTheTypeThatItsTextMeans(
      int status, String message, Class<? extends EngineException> type) {
    engine.refuse("GET /swarm", status, message);
    EngineException refused = refused();
    assertThat(refused).isExactlyInstanceOf(type);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.operation()).isEqualTo("swarm inspect");
    assertThat(refused.engineMessage()).isEqualTo(message.replaceFirst("^rpc error.* desc = ", ""));
    assertThat(refused)
        .hasMessageStartingWith("swarm inspect failed: ")
        .hasMessageContaining("(" + status + " from tcp://docker01:2375)")
        .hasMessageNotContaining("rpc error");
    assertThat(engine.openResponses()).isZero();
  }

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of("This node is not part of a swarm", State.NOT_IN_SWARM),
        Arguments.of(
            "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to"
                + " connect this node to swarm and try again.",
            State.NOT_IN_SWARM),
        Arguments.of(
            "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster"
                + " state. Please run this command on a manager node or promote the current node to"
                + " a manager.",
            State.NOT_A_MANAGER),
        Arguments.of(
            "This node is not a swarm manager. Manager is being prepared or has trouble connecting"
                + " to the cluster.",
            State.NOT_READY),
        Arguments.of(
            "Swarm certificates have expired. To replace them, leave the swarm and join again.",
            State.NOT_READY),
        Arguments.of(
            "This node is already part of a swarm. Use \"docker swarm leave\" to leave this swarm"
                + " and join another one.",
            State.ALREADY_IN_SWARM),
        Arguments.of(
            "Swarm is encrypted and needs to be unlocked before it can be used. Please use \"docker"
                + " swarm unlock\" to unlock it.",
            State.LOCKED),
        Arguments.of(
            "Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this"
                + " message.",
            State.LOCKED),
        Arguments.of(
            "Timeout was reached before node joined. The attempt to join the swarm will continue in"
                + " the background. Use the \"docker info\" command to see the current swarm status"
                + " of your node.",
            State.JOINING),
        Arguments.of(
            "You are attempting to leave the swarm on a node that is participating as a manager."
                + " Removing the last manager erases all current state of the swarm. Use `--force`"
                + " to ignore this message. ",
            State.NEEDED_AS_MANAGER),
        Arguments.of(
            "You are attempting to leave the swarm on a node that is participating as a manager. The"
                + " only way to restore a swarm that has lost consensus is to reinitialize it with"
                + " `--force-new-cluster`. Use `--force` to suppress this message.",
            State.NEEDED_AS_MANAGER));
  }

  @ParameterizedTest
  @MethodSource("states")
  void unavailableIsTheStateThatItsTextMeans(String message, State state) {
    engine.refuse("GET /swarm", 503, message);
    EngineException refused = refused();
    assertThat(refused).isExactlyInstanceOf(SwarmStateException.class);
    assertThat(((SwarmStateException) refused).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "400, text/plain; charset=utf-8, client version 1.11 is too old. Minimum supported API version is 1.12",
    "503, text/html, <html><body><h1>503 Service Unavailable</h1></body></html>",
    "500, application/json, '{\"message\":'",
    "500, application/json, '{\"cause\":\"other\"}'",
    "500, application/json, '[1,2]'",
    "500, application/json, 'null'"
  })
  void refusalWithoutAJsonMessageKeepsItsText(int status, String type, String body) {
    engine.on("GET /swarm", request -> new Answer(status, Map.of("Content-Type", type), body));
    EngineException refused = refused();
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.engineMessage()).isEqualTo(body);
    assertThat(refused).hasMessageContaining(body);
  }

  @Test
  void refusalWithoutABodySaysThatTheEngineGaveNoReason() {
    engine.on("GET /swarm", request -> new Answer(500, Map.of(), ""));
    assertThat(refused()).hasMessageContaining("the engine gave no reason");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectIsNeverFollowed(int status) {
    engine
        .on("GET /swarm", request -> new Answer(status, Map.of("Location", "/v1.45/elsewhere"), ""))
        .on("GET /elsewhere", "{\"JoinTokens\":{\"Worker\":\"secret\"}}");
    EngineException refused = refused();
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused).hasMessageContaining("which this library never follows");
    assertThat(engine.sent()).containsExactly("GET /v1.45/swarm");
  }

  @Test
  void refusalIsReadNoFurtherThanAMebibyte() {
    engine.on("GET /swarm", request -> new Answer(500, Map.of(), "x".repeat(3 << 20)));
    EngineException refused = refused();
    assertThat(refused.engineMessage()).hasSize(1 << 20);
    assertThat(refused.getMessage()).hasSizeLessThan(8192);
  }

  @Test
  void refusalCannotForgeLinesOfALog() {
    engine.refuse("GET /swarm", 500, "bad\nINFO all is well\u001b[0m");
    assertThat(refused()).hasMessageContaining("bad\\u000aINFO all is well\\u001b[0m");
  }

  @ParameterizedTest
  @CsvSource({
    "node abc is not down and can't be removed, let the node leave first",
    "node abc is a cluster manager and is a member of the raft cluster., demote it first"
  })
  void refusalSaysWhatToDo(String reason, String advice) {
    engine.refuse("GET /swarm", 400, "rpc error: code = FailedPrecondition desc = " + reason);
    assertThat(refused()).hasMessageContaining(reason).hasMessageContaining(advice);
  }

  @Test
  void ofAWriteWithoutALeaderTheEffectIsUnknown() {
    String text = "rpc error: code = Unknown desc = node lost leader status";
    engine
        .refuse("GET /swarm", 500, text)
        .on(
            "GET /nodes/a",
            "{\"ID\":\"a\",\"Version\":{\"Index\":1},\"Spec\":{\"Role\":\"worker\"}}")
        .refuse("POST /nodes/a/update", 500, text);
    assertThat(((SwarmUnavailableException) refused()).mayHaveExecuted()).isFalse();
    SwarmUnavailableException ofWrite =
        catchThrowableOfType(
            SwarmUnavailableException.class,
            () -> engine.client().nodes().update("a").label("x", "y").execute());
    assertThat(ofWrite.mayHaveExecuted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "null", "[]", "\"text\"", "{\"ID\":{}}", "<html>"})
  void unreadableSuccessSaysSoWithoutItsContents(String body) {
    engine.on("GET /swarm", body);
    MalformedResponseException unreadable =
        catchThrowableOfType(MalformedResponseException.class, () -> engine.client().inspect());
    assertThat(unreadable)
        .hasMessageStartingWith("swarm inspect failed: the answer of tcp://docker01:2375 cannot")
        .hasMessageNotContaining("jackson");
    assertThat(unreadable.getCause()).isNull();
    assertThat(engine.openResponses()).isZero();
  }

  @Test
  void unreadableMemberIsNamedButNotItsValue() {
    engine.on("GET /swarm", "{\"JoinTokens\":{\"Worker\":{\"SWMTKN-canary\":1}}}");
    assertThat(
            catchThrowableOfType(MalformedResponseException.class, () -> engine.client().inspect()))
        .hasMessageContaining("JoinTokens.Worker is not what was expected")
        .hasMessageNotContaining("canary");
  }

  private EngineException refused() {
    return catchThrowableOfType(EngineException.class, () -> engine.client().inspect());
  }
}
