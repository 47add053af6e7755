package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The docker command line within a node, for what is to be made without the library. */
final class CommandLine {
  /** A label that no node has, so that no task of the service ever runs. */
  static final String NOWHERE = "node.labels.none==yes";

  private static final Pattern FLAG =
      Pattern.compile("^ +(?:-\\w, )? *--([a-z-]+)", Pattern.MULTILINE);

  /** Flags that say nothing of the service, contradict others, or belong to Windows or to jobs. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "detach",
          "quiet",
          "help",
          "no-resolve-image",
          "name",
          "with-registry-auth",
          "env-file",
          "no-healthcheck",
          "isolation",
          "credential-spec",
          "max-concurrent");

  private final DindNode node;

  CommandLine(DindNode node) {
    this.node = node;
  }

  /** Runs a command, which has to succeed, and returns what it wrote. */
  String run(String... command) {
    ExecResult result = node.exec(command);
    assertThat(result.exitCode()).as(String.join(" ", command) + ": " + result.stderr()).isZero();
    return result.stdout();
  }

  /** Returns the flags of {@code docker service create} or {@code update} that this version has. */
  Set<String> flags(String verb) {
    Set<String> known = new TreeSet<>();
    Matcher flags = FLAG.matcher(run("docker", "service", verb, "--help"));
    while (flags.find()) {
      known.add(flags.group(1));
    }
    return known;
  }

  /** Creates a service with every flag that this version of the command line has. */
  void createWithEveryFlag(String name) {
    node.exec("docker", "network", "create", "--driver=overlay", "everynet");
    node.exec("sh", "-c", "printf hidden | docker secret create everysecret -");
    node.exec("sh", "-c", "printf shown | docker config create everyconfig -");
    Set<String> known = flags("create");
    Map<String, List<String>> values = values();
    Set<String> unused = new TreeSet<>(known);
    unused.removeAll(values.keySet());
    unused.removeAll(LEFT_OUT);
    assertThat(unused).as("flags that the test does not know").isEmpty();
    assertThat(known.size()).as("flags of the command line").isGreaterThan(60);
    List<String> command =
        new ArrayList<>(List.of("docker", "service", "create", "--detach", "--no-resolve-image"));
    command.add("--name=" + name);
    values.forEach(
        (flag, given) -> {
          if (known.contains(flag)) {
            given.forEach(value -> command.add("--" + flag + "=" + value));
          }
        });
    command.addAll(List.of("alpine:latest", "-c", "sleep {{.Task.Slot}}"));
    run(command.toArray(String[]::new));
  }

  private static Map<String, List<String>> values() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("mode", List.of("replicated"));
    values.put("replicas", List.of("2"));
    values.put("replicas-max-per-node", List.of("4"));
    values.put("constraint", List.of(NOWHERE, "node.role!=manager"));
    values.put(
        "placement-pref", List.of("spread=node.labels.rack", "spread=node.labels.datacenter"));
    values.put("label", List.of("a=b", "empty", "dotted.name=with=sign"));
    values.put("container-label", List.of("c=d", "e"));
    values.put("env", List.of("A=1", "B=two words", "C="));
    values.put("entrypoint", List.of("/bin/sh -e"));
    values.put("hostname", List.of("{{.Node.Hostname}}-{{.Task.Slot}}"));
    values.put("user", List.of("1000:1001"));
    values.put("group", List.of("1002", "wheel"));
    values.put("workdir", List.of("/tmp"));
    values.put("tty", List.of("true"));
    values.put("init", List.of("true"));
    values.put("read-only", List.of("true"));
    values.put("stop-signal", List.of("SIGQUIT"));
    values.put("stop-grace-period", List.of("1m2s"));
    values.put("cap-add", List.of("CAP_NET_ADMIN", "CAP_SYS_TIME"));
    values.put("cap-drop", List.of("CAP_MKNOD"));
    values.put("sysctl", List.of("net.core.somaxconn=1024", "net.ipv4.ip_forward=1"));
    values.put("ulimit", List.of("nofile=1024:2048", "nproc=64"));
    values.put("oom-score-adj", List.of("-100"));
    values.put("memory-swap", List.of("128m"));
    values.put("memory-swappiness", List.of("10"));
    values.put("limit-cpu", List.of("1.5"));
    values.put("limit-memory", List.of("64m"));
    values.put("limit-pids", List.of("100"));
    values.put("reserve-cpu", List.of("0.25"));
    values.put("reserve-memory", List.of("32m"));
    values.put("generic-resource", List.of("gpu=2", "fpga=1"));
    values.put("dns", List.of("10.0.0.53", "10.0.0.54"));
    values.put("dns-option", List.of("ndots:2"));
    values.put("dns-search", List.of("example.com", "example.org"));
    values.put("host", List.of("db:10.0.0.5", "cache:10.0.0.6"));
    values.put("network", List.of("name=everynet,alias=one,alias=two,driver-opt=a=b"));
    values.put("endpoint-mode", List.of("vip"));
    values.put(
        "publish",
        List.of(
            "19080:80",
            "published=19081,target=81,protocol=udp",
            "published=19082,target=82,mode=host"));
    values.put(
        "mount",
        List.of(
            "type=volume,source=data,target=/data,volume-driver=local,volume-opt=type=tmpfs,"
                + "volume-opt=device=tmpfs,volume-label=x=y,volume-nocopy=true",
            "type=bind,source=/etc,target=/host-etc,readonly,bind-propagation=rprivate",
            "type=tmpfs,target=/scratch,tmpfs-size=1048576,tmpfs-mode=1770"));
    values.put("secret", List.of("source=everysecret,target=here,uid=1000,gid=1001,mode=0400"));
    values.put("config", List.of("source=everyconfig,target=/etc/there,uid=1,gid=2,mode=0440"));
    values.put("health-cmd", List.of("true || exit 1"));
    values.put("health-interval", List.of("31s"));
    values.put("health-retries", List.of("4"));
    values.put("health-start-period", List.of("7s"));
    values.put("health-start-interval", List.of("3s"));
    values.put("health-timeout", List.of("8s"));
    values.put("log-driver", List.of("json-file"));
    values.put("log-opt", List.of("max-size=1m", "max-file=2"));
    values.put("restart-condition", List.of("on-failure"));
    values.put("restart-delay", List.of("3s"));
    values.put("restart-max-attempts", List.of("6"));
    values.put("restart-window", List.of("2m"));
    values.put("update-delay", List.of("11s"));
    values.put("update-failure-action", List.of("rollback"));
    values.put("update-max-failure-ratio", List.of("0.2"));
    values.put("update-monitor", List.of("13s"));
    values.put("update-order", List.of("start-first"));
    values.put("update-parallelism", List.of("2"));
    values.put("rollback-delay", List.of("12s"));
    values.put("rollback-failure-action", List.of("continue"));
    values.put("rollback-max-failure-ratio", List.of("0.3"));
    values.put("rollback-monitor", List.of("14s"));
    values.put("rollback-order", List.of("stop-first"));
    values.put("rollback-parallelism", List.of("3"));
    return values;
  }
}
