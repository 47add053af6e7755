package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands in running containers. */
final class ExecEndpoints {
  private ExecEndpoints() {}

  static void register(Router router) {
    router.add("POST", "/containers/*/exec", ExecEndpoints::create);
    router.add("POST", "/exec/*/start", ExecEndpoints::start);
    router.add("GET", "/exec/*/json", ExecEndpoints::inspect);
    router.add("POST", "/exec/*/resize", call -> Reply.empty(200));
  }

  private static Reply create(Call call) {
    ObjectNode request = call.json();
    if (request.path("Cmd").isEmpty()) {
      throw EngineError.invalid("No exec command specified");
    }
    Container container = ContainerEndpoints.find(call);
    if (!container.running()) {
      throw EngineError.of(409, "container " + container.id + " is not running");
    }
    Exec exec = new Exec(call.world().ids().hex64(), container, request);
    call.host().execs().put(exec.id, exec);
    return Reply.json(201, Json.object().put("Id", exec.id));
  }

  private static Exec find(Call call) {
    Exec exec = call.host().execs().get(call.arg(0));
    if (exec == null) {
      throw EngineError.of(404, "No such exec instance: " + call.arg(0));
    }
    return exec;
  }

  private static Reply start(Call call) {
    ObjectNode request = call.json();
    Exec exec = find(call);
    boolean detached = Json.flag(request, "Detach");
    if (!exec.container.running()) {
      throw EngineError.of(409, "container " + exec.container.id + " is not running");
    }
    boolean tty = Json.flag(exec.request, "Tty");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (exec.started) {
      String message = "exec command " + exec.id + " has already run";
      if (detached) {
        throw EngineError.of(409, "Error: " + message);
      }
      // The connection is a raw one by now, so that the error comes as if it were output.
      write(out, tty, Frames.STDOUT, "Error: " + message + "\r\n");
    } else {
      exec.started = true;
      run(exec, tty, out);
    }
    return detached ? Reply.empty(200) : output(call, tty, out.toByteArray());
  }

  private static Reply output(Call call, boolean tty, byte[] bytes) {
    boolean upgrade = call.header("Upgrade").equalsIgnoreCase("tcp");
    boolean multiplexed = !tty && !call.before(42) && upgrade;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Type",
        "application/vnd.docker." + (multiplexed ? "multiplexed" : "raw") + "-stream");
    if (upgrade) {
      headers.put("Connection", "Upgrade");
      headers.put("Upgrade", "tcp");
    }
    return new Reply(upgrade ? 101 : 200, headers, new ByteArrayInputStream(bytes));
  }

  private static void run(Exec exec, boolean tty, ByteArrayOutputStream out) {
    List<String> command = new ArrayList<>();
    exec.request.path("Cmd").forEach(word -> command.add(word.asText()));
    String unknown = Shell.unknown(command);
    if (unknown != null) {
      exec.exitCode = unknown.contains("/") ? 127 : 126;
      String what =
          unknown.contains("/")
              ? "stat " + unknown + ": no such file or directory"
              : "executable file not found in $PATH";
      write(
          out,
          tty,
          Frames.STDOUT,
          "OCI runtime exec failed: exec failed: unable to start container process: exec: \""
              + unknown
              + "\": "
              + what
              + ": unknown\r\n");
      return;
    }
    Shell shell = new Shell(exec.container, command);
    boolean stdout = Json.flag(exec.request, "AttachStdout");
    boolean stderr = Json.flag(exec.request, "AttachStderr");
    for (Shell.Step step : shell.steps) {
      String text = step.text();
      if (text != null && (step.stream() == Frames.STDERR ? stderr : stdout)) {
        write(out, tty, step.stream(), text.replace("%d", "0"));
      }
    }
    exec.exitCode = shell.exit == null ? 0 : shell.exit;
  }

  private static void write(ByteArrayOutputStream out, boolean tty, int stream, String text) {
    out.writeBytes(tty ? text.getBytes(StandardCharsets.UTF_8) : Frames.frame(stream, text));
  }

  private static Reply inspect(Call call) {
    Exec exec = find(call);
    ObjectNode node = Json.object();
    node.put("ID", exec.id);
    node.put("Running", false);
    if (exec.started) {
      node.put("ExitCode", exec.exitCode);
    } else {
      node.putNull("ExitCode");
    }
    ObjectNode process = node.putObject("ProcessConfig");
    process.put("tty", Json.flag(exec.request, "Tty"));
    process.put("entrypoint", exec.request.path("Cmd").path(0).asText());
    node.put("OpenStdin", Json.flag(exec.request, "AttachStdin"));
    node.put("OpenStderr", Json.flag(exec.request, "AttachStderr"));
    node.put("OpenStdout", Json.flag(exec.request, "AttachStdout"));
    node.put("CanRemove", false);
    node.put("ContainerID", exec.container.id);
    node.put("DetachKeys", "");
    node.put("Pid", exec.started ? exec.container.pid + 1 : 0);
    return Reply.ok(node);
  }
}
