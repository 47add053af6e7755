package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.internal.tar.TarSource;
import io.github.swarmclient.model.Task;
import io.github.swarmclient.model.TaskState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {
  private static final String EXEC = "{\"Id\":\"e1\"}";
  private static final String EXITED = "{\"ID\":\"e1\",\"Running\":false,\"ExitCode\":0}";

  private final CannedEngine manager = new CannedEngine().isNode("n1");
  private final CannedEngine worker = new CannedEngine("tcp://docker02:2375").isNode("n2");
  private final Tasks tasks = manager.client().reaching(worker.client()).tasks();

  private static String task(String id, String nodeId, String containerId) {
    return "{\"ID\":\""
        + id
        + "\",\"NodeID\":\""
        + nodeId
        + "\",\"Status\":{\"State\":\"running\",\"ContainerStatus\":{\"ContainerID\":\""
        + containerId
        + "\"}}}";
  }

  private void taskRunsOnTheWorker() {
    manager.on("GET /tasks/t1", 200, task("t1", "n2", "c1"));
  }

  private void execAnswers(byte[] stream, String inspect) {
    taskRunsOnTheWorker();
    worker
        .on("POST /containers/c1/exec", 201, EXEC)
        .on("POST /exec/e1/start", 200, stream)
        .on("GET /exec/e1/json", 200, inspect);
  }

  @Test
  void listsAllTasksOrSome() {
    manager.on("GET /tasks", 200, "[" + task("t1", "n2", "c1") + "]");
    assertThat(tasks.list()).extracting(Task::id).containsExactly("t1");
    assertThat(manager.last()).hasToString("GET /tasks");
    tasks.list(
        q ->
            q.service("my_web")
                .node("docker01")
                .desiredState(TaskState.RUNNING)
                .label("k", "v w")
                .label("l")
                .name("my_web.1")
                .id("t"));
    assertThat(URLDecoder.decode(manager.last().target(), StandardCharsets.UTF_8))
        .isEqualTo(
            "/tasks?filters={\"service\":[\"my_web\"],\"node\":[\"docker01\"],"
                + "\"desired-state\":[\"running\"],\"label\":[\"k=v w\",\"l\"],"
                + "\"name\":[\"my_web.1\"],\"id\":[\"t\"]}");
  }

  @Test
  void theNodeThatIsAskedIsCalledSelf() {
    manager.on("GET /tasks", 200, "[]");
    tasks.list(q -> q.node("self").node("docker03"));
    assertThat(URLDecoder.decode(manager.last().target(), StandardCharsets.UTF_8))
        .isEqualTo("/tasks?filters={\"node\":[\"docker03\",\"n1\"]}");
  }

  @Test
  void aFilterForAServiceThatIsNotThereIsNotFound() {
    manager.refuses("GET /tasks", 404, "service nope not found");
    assertThatThrownBy(() -> tasks.list(q -> q.service("nope")))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("service nope not found");
    assertThatThrownBy(() -> tasks.list(q -> q.service(" ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void inspectsATask() {
    taskRunsOnTheWorker();
    assertThat(tasks.inspect("t1").nodeId()).isEqualTo("n2");
    assertThat(manager.last()).hasToString("GET /tasks/t1");
  }

  @Test
  void execRunsOnTheNodeOfTheTask() {
    byte[] stream = new Frames().frame(1, "hel").frame(2, "warning\n").frame(1, "lo\n").bytes();
    execAnswers(stream, "{\"ID\":\"e1\",\"Running\":false,\"ExitCode\":3}");
    ExecResult result = tasks.exec("t1", "cat", "/etc/a b");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.stdout()).isEqualTo("hello\n");
    assertThat(result.stderr()).isEqualTo("warning\n");
    assertThat(result.stdoutBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello\n");
    assertThat(result.stderrBytes()).hasSize(8);
    assertThat(result).hasToString("exit code 3, 6 bytes of output, 8 bytes of errors");
    assertThat(worker.sent())
        .hasToString(
            "[GET /info,"
                + " POST /containers/c1/exec {\"AttachStdout\":true,\"AttachStderr\":true,"
                + "\"Tty\":false,\"Cmd\":[\"cat\",\"/etc/a b\"]},"
                + " POST /exec/e1/start {\"Detach\":false,\"Tty\":false},"
                + " GET /exec/e1/json]");
    assertThat(worker.sent().get(2).readTimeout()).isNull();
    assertThat(worker.sent().get(2).headers()).isEmpty();
  }

  @Test
  void execTakesEnvironmentUserAndFolder() {
    execAnswers(new byte[0], EXITED);
    Task task = tasks.inspect("t1");
    tasks.exec(task).command("env").env("A", "b=c").user("1:2").workingDir("/tmp").execute();
    assertThat(worker.sent().get(1).body())
        .isEqualTo(
            "{\"AttachStdout\":true,\"AttachStderr\":true,\"Tty\":false,\"Env\":[\"A=b=c\"],"
                + "\"Cmd\":[\"env\"],\"User\":\"1:2\",\"WorkingDir\":\"/tmp\"}");
    // The task at hand has all that is needed.
    assertThat(manager.sent()).hasToString("[GET /tasks/t1, GET /info]");
    TaskExec exec = tasks.exec(task);
    assertThatThrownBy(() -> exec.env("A=b", "c")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(exec::command).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(exec::execute).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void execWaitsUntilTheExitCodeIsKnown() {
    execAnswers(new byte[0], "{\"ID\":\"e1\",\"Running\":true,\"ExitCode\":null}");
    worker.on("GET /exec/e1/json", 200, EXITED);
    assertThat(tasks.exec("t1", "true").exitCode()).isZero();
  }

  @Test
  void aCommandThatCannotBeStartedIsAnErrorThatSaysWhy() {
    String said =
        "OCI runtime exec failed: exec failed: unable to start container process: exec: \"nope\":"
            + " executable file not found in $PATH: unknown\r\n";
    execAnswers(new Frames().frame(1, said).bytes(), "{\"Running\":false,\"ExitCode\":127}");
    assertThatThrownBy(() -> tasks.exec("t1", "nope"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("exec in task t1 failed: OCI runtime exec failed")
        .hasMessageContaining("executable file not found in $PATH");
  }

  @Test
  void aUserWhomTheContainerDoesNotHaveIsAnError() {
    // 20.10 says so in the output, later engines with a status.
    String said = "unable to find user nouser: no matching entries in passwd file\r\n";
    execAnswers(new Frames().frame(1, said).bytes(), "{\"Running\":false,\"ExitCode\":126}");
    assertThatThrownBy(() -> tasks.exec("t1").command("id").user("nouser").execute())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("unable to find user nouser");
  }

  @Test
  void aShellThatFindsNothingIsData() {
    execAnswers(
        new Frames().frame(2, "sh: nope: not found\n").bytes(),
        "{\"Running\":false,\"ExitCode\":127}");
    assertThat(tasks.exec("t1", "sh", "-c", "nope").exitCode()).isEqualTo(127);
  }

  @Test
  void outputThatIsCutIsAnError() {
    byte[] whole = new Frames().frame(1, "hello\n").bytes();
    execAnswers(Arrays.copyOf(whole, whole.length - 1), EXITED);
    assertThatThrownBy(() -> tasks.exec("t1", "true"))
        .isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void aStoppedContainerIsAConflict() {
    taskRunsOnTheWorker();
    worker.refuses("POST /containers/c1/exec", 409, "container c1 is not running");
    assertThatThrownBy(() -> tasks.exec("t1", "true"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("container c1 is not running");
  }

  @Test
  void aTaskWithoutAContainerSaysWhy() {
    manager.on(
        "GET /tasks/t1",
        200,
        "{\"ID\":\"t1\",\"Status\":{\"State\":\"pending\",\"Message\":\"pending task scheduling\","
            + "\"Err\":\"no suitable node\"}}");
    assertThatThrownBy(() -> tasks.exec("t1", "true"))
        .isInstanceOf(NoContainerException.class)
        .hasMessage(
            "exec in task t1 failed: the task has no container; its state is pending: no suitable"
                + " node");
    // A task is asked after that had none when it was read.
    Task early = tasks.inspect("t1");
    CannedEngine later =
        new CannedEngine().isNode("n2").on("GET /tasks/t1", 200, task("t1", "n2", "c9"));
    later.refuses("POST /containers/c9/exec", 404, "No such container: c9");
    assertThatThrownBy(() -> later.client().tasks().exec(early, "true"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("No such container: c9");
  }

  @Test
  void aNodeThatIsNotReachedIsAClearError() {
    manager.on("GET /tasks/t1", 200, task("t1", "n3", "c1"));
    assertThatThrownBy(() -> tasks.exec("t1", "true"))
        .isInstanceOf(NoConnectionException.class)
        .hasMessageContaining("node n3")
        .hasMessageContaining("reaching(");
    assertThatThrownBy(() -> tasks.copyFrom("t1", "/etc", Path.of("x")))
        .isInstanceOf(NoConnectionException.class);
  }

  @Test
  void copiesAFileIntoAContainer(@TempDir Path dir) throws IOException {
    Path index = Files.writeString(dir.resolve("index.html"), "<h1>hello</h1>");
    taskRunsOnTheWorker();
    worker.on("PUT /containers/c1/archive", 200, "");
    tasks.copyTo("t1", index, "/usr/share/nginx/html");
    assertThat(worker.last().method()).isEqualTo("PUT");
    assertThat(worker.last().target())
        .isEqualTo(
            "/containers/c1/archive?path=%2Fusr%2Fshare%2Fnginx%2Fhtml&noOverwriteDirNonDir=true");
    Path copy = dir.resolve("copy");
    new TarTarget("test", copy)
        .read(new ByteArrayInputStream(worker.last().body().getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(copy.resolve("index.html")).hasContent("<h1>hello</h1>");
  }

  @Test
  void aFolderThatIsNotThereIsNotFound(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "x");
    taskRunsOnTheWorker();
    worker.refuses(
        "PUT /containers/c1/archive", 404, "Could not find the file /nope in container c1");
    assertThatThrownBy(() -> tasks.copyTo("t1", file, "/nope"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Could not find the file /nope");
    assertThatThrownBy(() -> tasks.copyTo("t1", file, "relative"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tasks.copyTo("t1", dir.resolve("none"), "/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none is no file");
  }

  @Test
  void aLocalFileThatCannotBeCopiedIsNoFaultOfTheEngine(@TempDir Path dir) throws Exception {
    Path source = Files.createDirectories(dir.resolve("src"));
    Process mkfifo = new ProcessBuilder("mkfifo", source.resolve("pipe").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();
    taskRunsOnTheWorker();
    worker.on("PUT /containers/c1/archive", 200, "");
    assertThatThrownBy(() -> tasks.copyTo("t1", source, "/tmp"))
        .isExactlyInstanceOf(SwarmException.class)
        .hasMessageContaining("a file here cannot be read: ")
        .hasMessageContaining("pipe");
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    Path file = Files.writeString(dir.resolve("f"), "x");
    TarSource.of(file).writeTo(tar);
    worker.on("GET /containers/c1/archive", 200, tar.toByteArray());
    assertThatThrownBy(() -> tasks.copyFrom("t1", "/f", file))
        .isExactlyInstanceOf(SwarmException.class)
        .hasMessageContaining("a file here cannot be written: ");
  }

  @Test
  void copiesOutOfAContainer(@TempDir Path dir) throws IOException {
    Path source = Files.createDirectories(dir.resolve("conf.d"));
    Files.writeString(source.resolve("a.conf"), "a");
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    TarSource.of(source).writeTo(tar);
    taskRunsOnTheWorker();
    worker.on("GET /containers/c1/archive", 200, tar.toByteArray());
    Path target = dir.resolve("target");
    tasks.copyFrom("t1", "/etc/nginx/conf.d", target);
    assertThat(worker.last())
        .hasToString("GET /containers/c1/archive?path=%2Fetc%2Fnginx%2Fconf.d");
    assertThat(target.resolve("conf.d/a.conf")).hasContent("a");
  }

  @Test
  void copiesIntoEveryRunningTaskOfAService(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "x");
    manager
        .on(
            "GET /tasks",
            200,
            "["
                + task("t1", "n1", "c1")
                + ","
                + task("t2", "n2", "c2")
                + ","
                + task("t3", "n2", "c3")
                + ",{\"ID\":\"t4\",\"Status\":{\"State\":\"preparing\"}}]")
        .on("PUT /containers/c1/archive", 200, "");
    worker.on("PUT /containers/c2/archive", 200, "").on("PUT /containers/c3/archive", 200, "");
    SwarmClient client = manager.client();
    NodeConnections all = NodeConnections.of(client.calls()).and(List.of(worker.client().calls()));
    assertThat(TaskContainer.copyToService(client.calls(), all, "my_web", file, "/tmp"))
        .extracting(Task::id)
        .containsExactly("t1", "t2", "t3");
    assertThat(URLDecoder.decode(manager.sent().get(0).target(), StandardCharsets.UTF_8))
        .isEqualTo("/tasks?filters={\"service\":[\"my_web\"],\"desired-state\":[\"running\"]}");
    assertThat(worker.sent())
        .extracting(CannedEngine.Sent::method)
        .containsExactly("GET", "PUT", "PUT");
  }

  @Test
  void nothingIsCopiedUnlessAllTasksAreReached(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("f"), "x");
    manager.on(
        "GET /tasks", 200, "[" + task("t1", "n1", "c1") + "," + task("t2", "n2", "c2") + "]");
    ApiCalls calls = manager.client().calls();
    NodeConnections one = NodeConnections.of(calls);
    assertThatThrownBy(() -> TaskContainer.copyToService(calls, one, "my_web", file, "/tmp"))
        .isInstanceOf(NoConnectionException.class)
        .hasMessageStartingWith("copy to service my_web failed");
    assertThat(manager.sent()).extracting(CannedEngine.Sent::method).doesNotContain("PUT");
    CannedEngine empty = new CannedEngine().on("GET /tasks", 200, "[]");
    ApiCalls none = empty.client().calls();
    assertThatThrownBy(() -> TaskContainer.copyToService(none, one, "my_web", file, "/tmp"))
        .isInstanceOf(NoContainerException.class);
  }
}
