package io.github.swarmclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands that are given something to read. */
class ExecInputTest {
  private final CannedEngine engine =
      new CannedEngine()
          .isNode("n1")
          .on(
              "GET /tasks/t1",
              200,
              "{\"ID\":\"t1\",\"NodeID\":\"n1\",\"Status\":{\"State\":\"running\","
                  + "\"ContainerStatus\":{\"ContainerID\":\"c1\"}}}")
          .on("POST /containers/c1/exec", 201, "{\"Id\":\"e1\"}")
          .on("GET /exec/e1/json", 200, "{\"ID\":\"e1\",\"Running\":false,\"ExitCode\":3}");
  private final Tasks tasks = engine.client().tasks();

  private void answers(int status, byte[] output) {
    engine.on("POST /exec/e1/start", status, Map.of(), new ByteArrayInputStream(output));
  }

  private CannedEngine.Sent sent(String target) {
    return engine.sent().stream().filter(s -> s.target().equals(target)).findFirst().orElseThrow();
  }

  private static List<String> all(ExecSession session) {
    List<String> pieces = new ArrayList<>();
    session.forEachRemaining(piece -> pieces.add(piece.source() + " " + piece.text()));
    return pieces;
  }

  @Test
  void aSessionHasInputAndOutput() throws Exception {
    answers(101, new Frames().frame(1, "3\n").frame(2, "oops").bytes());
    try (ExecSession session = tasks.exec("t1").command("wc", "-l").open()) {
      session.input().write("a\nb\nc\n".getBytes(UTF_8));
      session.input().close();
      assertThat(all(session)).containsExactly("STDOUT 3\n", "STDERR oops");
      assertThat(session.exitCode()).isEqualTo(3);
    }
    assertThat(engine.input()).isEqualTo("a\nb\nc\n<end>");
    assertThat(sent("/containers/c1/exec").body())
        .isEqualTo(
            "{\"AttachStdin\":true,\"AttachStdout\":true,\"AttachStderr\":true,\"Tty\":false,"
                + "\"Cmd\":[\"wc\",\"-l\"]}");
    assertThat(sent("/exec/e1/start").headers())
        .containsEntry("Connection", "Upgrade")
        .containsEntry("Upgrade", "tcp");
    assertThat(sent("/exec/e1/start").readTimeout()).isNull();
  }

  @Test
  void aTerminalIsReadAsItWritesAndHasASize() {
    answers(101, "$ ".getBytes(UTF_8));
    engine.on("POST /exec/e1/resize", 200, "");
    try (ExecSession session = tasks.exec("t1").command("sh").tty(true).open()) {
      assertThat(session.next().text()).isEqualTo("$ ");
      session.resize(24, 80);
      assertThat(session.hasNext()).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> session.resize(0, 80));
    }
    assertThat(engine.last().target()).isEqualTo("/exec/e1/resize?h=24&w=80");
    assertThat(sent("/exec/e1/start").body()).isEqualTo("{\"Detach\":false,\"Tty\":true}");
  }

  @Test
  void executeGivesAllTheInputAndThenItsEnd() {
    answers(101, new Frames().frame(1, "done").bytes());
    ExecResult result = tasks.exec("t1").command("psql").input("select 1;").execute();
    assertThat(result.stdout()).isEqualTo("done");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(engine.input()).isEqualTo("select 1;<end>");
  }

  @Test
  void executeTakesOnlySoMuchAsIsCertainToGetThrough() {
    TaskExec exec = tasks.exec("t1").command("psql");
    exec.input(new byte[64 << 10]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exec.input(new byte[(64 << 10) + 1]))
        .withMessage(
            "the input has 65537 bytes; execute() takes up to 65536, and open() any number");
  }

  @Test
  void aConnectionThatCarriesNoInputIsAnErrorAndNoSilence() {
    answers(200, new byte[0]);
    assertThatThrownBy(() -> tasks.exec("t1").command("cat").open())
        .isInstanceOf(SwarmException.class)
        .hasMessage(
            "exec in task t1 failed: the connection to tcp://canned:2375 carries no input (status"
                + " 200); a proxy before the engine may refuse that, or the transport cannot do it");
  }
}
