package io.github.swarmclient.testkit;

import static java.time.Duration.ofSeconds;

import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.Isolation;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.RestartPolicy;
import io.github.swarmclient.model.UpdateConfig;
import io.github.swarmclient.model.UpdateOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every flag of {@code docker service create}, and how the library says it. */
final class ServiceFlags {
  /** How long to wait, what to print, and what is sent beside the spec: none is in a spec. */
  static final Set<String> BESIDE_THE_SPEC =
      Set.of("detach", "quiet", "help", "name", "no-resolve-image", "with-registry-auth");

  /**
   * What the command line is given, and how the library says the same.
   *
   * @param flag the flag that this is about
   * @param arguments all flags, with their values
   */
  record Case<T>(String flag, List<String> arguments, UnaryOperator<T> ours) {
    @Override
    public String toString() {
      return String.join(" ", arguments);
    }
  }

  private ServiceFlags() {}

  static <T> Case<T> flag(String flag, String value, UnaryOperator<T> ours) {
    return new Case<>(flag, List.of("--" + flag + "=" + value), ours);
  }

  private static Case<ServiceCreate> health(
      String flag, String value, UnaryOperator<HealthConfig.Builder> change) {
    return new Case<>(
        flag,
        List.of("--health-cmd=true", "--" + flag + "=" + value),
        s -> s.healthCmd("true").healthcheck(change));
  }

  private static Case<ServiceCreate> restart(
      String flag, String value, UnaryOperator<RestartPolicy.Builder> change) {
    return flag(flag, value, s -> s.restartPolicy(change));
  }

  static List<Case<ServiceCreate>> all() {
    List<Case<ServiceCreate>> all = new ArrayList<>();
    containers(all);
    sandboxes(all);
    placements(all);
    for (String kind : List.of("update", "rollback")) {
      changes(all, kind);
    }
    all.add(flag("label", "a=b=c", s -> s.label("a", "b=c")));
    all.add(flag("endpoint-mode", "dnsrr", s -> s.endpointMode(EndpointMode.DNSRR)));
    all.add(flag("network", "everynet", s -> s.network("everynet")));
    all.add(
        flag(
            "network",
            "name=everynet,alias=one,alias=two,driver-opt=a=b",
            s -> s.network("name=everynet,alias=one,alias=two,driver-opt=a=b")));
    for (String port :
        List.of(
            "19080:80",
            "80",
            "19080:80/udp",
            "19080-19082:80-82",
            "published=19081,target=81,protocol=udp",
            "published=19082,target=82,mode=host")) {
      all.add(flag("publish", port, s -> s.publish(port)));
    }
    for (String file :
        List.of(
            "everyfile", "source=everyfile,target=here,uid=7,gid=8,mode=0400", "src=everyfile")) {
      all.add(flag("secret", file, s -> s.secret(file)));
      all.add(flag("config", file, s -> s.config(file)));
    }
    all.add(flag("log-driver", "json-file", s -> s.logDriver("json-file")));
    all.add(
        new Case<>(
            "log-opt",
            List.of("--log-driver=json-file", "--log-opt=max-size=1m"),
            s -> s.logDriver("json-file").logOpt("max-size", "1m")));
    all.add(
        restart("restart-condition", "on-failure", r -> r.condition(RestartCondition.ON_FAILURE)));
    all.add(restart("restart-delay", "3s", r -> r.delay(ofSeconds(3))));
    all.add(restart("restart-max-attempts", "6", r -> r.maxAttempts(6)));
    all.add(restart("restart-window", "2m", r -> r.window(Duration.ofMinutes(2))));
    return all;
  }

  private static void containers(List<Case<ServiceCreate>> all) {
    all.add(flag("cap-add", "NET_ADMIN", s -> s.capAdd("NET_ADMIN")));
    all.add(flag("cap-add", "all", s -> s.capAdd("all")));
    all.add(flag("cap-drop", "cap_mknod", s -> s.capDrop("cap_mknod")));
    all.add(flag("container-label", "c", s -> s.containerLabel("c", "")));
    for (String spec : List.of("file://spec.json", "registry://spec", "config://everyfile")) {
      all.add(flag("credential-spec", spec, s -> s.credentialSpec(spec)));
    }
    all.add(flag("entrypoint", "sh -c 'a b'", s -> s.command("sh", "-c", "a b")));
    all.add(flag("env", "B=two words", s -> s.env("B", "two words")));
    all.add(flag("env", "C=", s -> s.env("C", "")));
    all.add(flag("group", "wheel", s -> s.group("wheel")));
    all.add(flag("health-cmd", "true || exit 1", s -> s.healthCmd("true || exit 1")));
    all.add(health("health-interval", "31s", h -> h.interval(ofSeconds(31))));
    all.add(health("health-retries", "4", h -> h.retries(4)));
    all.add(health("health-start-interval", "3s", h -> h.startInterval(ofSeconds(3))));
    all.add(health("health-start-period", "7s", h -> h.startPeriod(ofSeconds(7))));
    all.add(health("health-timeout", "8s", h -> h.timeout(ofSeconds(8))));
    all.add(new Case<>("no-healthcheck", List.of("--no-healthcheck"), s -> s.noHealthcheck()));
    all.add(flag("hostname", "{{.Node.Hostname}}", s -> s.hostname("{{.Node.Hostname}}")));
    all.add(flag("init", "true", s -> s.init(true)));
    all.add(flag("isolation", "process", s -> s.isolation(Isolation.PROCESS)));
    all.add(flag("read-only", "true", s -> s.readOnly(true)));
    all.add(flag("stop-grace-period", "1m2s", s -> s.stopGracePeriod("1m2s")));
    all.add(flag("stop-signal", "SIGQUIT", s -> s.stopSignal("SIGQUIT")));
    all.add(flag("tty", "true", s -> s.tty(true)));
    all.add(flag("user", "1000:1001", s -> s.user("1000:1001")));
    all.add(flag("workdir", "/tmp", s -> s.workdir("/tmp")));
  }

  private static void sandboxes(List<Case<ServiceCreate>> all) {
    all.add(flag("dns", "10.0.0.53", s -> s.dns("10.0.0.53")));
    all.add(flag("dns-option", "ndots:2", s -> s.dnsOption("ndots:2")));
    all.add(flag("dns-search", "example.com", s -> s.dnsSearch("example.com")));
    all.add(flag("host", "db:10.0.0.5", s -> s.host("db", "10.0.0.5")));
    all.add(flag("sysctl", "net.core.somaxconn=1024", s -> s.sysctl("net.core.somaxconn", "1024")));
    all.add(flag("ulimit", "nofile=1024:2048", s -> s.ulimit("nofile=1024:2048")));
    all.add(flag("ulimit", "nproc=64", s -> s.ulimit("nproc=64")));
    all.add(flag("oom-score-adj", "-100", s -> s.oomScoreAdj(-100)));
    for (String mount :
        List.of(
            "type=volume,source=data,target=/data,volume-driver=local,volume-opt=type=tmpfs,"
                + "volume-opt=device=tmpfs,volume-label=x=y,volume-nocopy=true",
            "type=bind,source=/etc,target=/host-etc,readonly,bind-propagation=rprivate",
            "type=tmpfs,target=/scratch,tmpfs-size=1048576,tmpfs-mode=1770",
            "source=data,target=/data",
            "type=volume,dst=/anonymous")) {
      all.add(flag("mount", mount, s -> s.mount(mount)));
    }
  }

  private static void placements(List<Case<ServiceCreate>> all) {
    all.add(flag("constraint", "node.role!=manager", s -> s.constraint("node.role!=manager")));
    all.add(
        flag(
            "placement-pref",
            "spread=node.labels.rack",
            s -> s.placementPref("spread=node.labels.rack")));
    all.add(flag("replicas-max-per-node", "4", s -> s.replicasMaxPerNode(4)));
    all.add(flag("replicas", "3", s -> s.replicas(3)));
    all.add(flag("mode", "global", s -> s.global()));
    all.add(flag("mode", "global-job", s -> s.globalJob()));
    all.add(
        new Case<>(
            "max-concurrent",
            List.of("--mode=replicated-job", "--replicas=4", "--max-concurrent=2"),
            s -> s.replicatedJob(4, 2)));
    all.add(flag("limit-cpu", "1.5", s -> s.limitCpus(1.5)));
    all.add(flag("limit-memory", "64m", s -> s.limitMemory("64m")));
    all.add(flag("limit-pids", "100", s -> s.limitPids(100)));
    all.add(flag("reserve-cpu", "0.25", s -> s.reserveCpus(0.25)));
    all.add(flag("reserve-memory", "32m", s -> s.reserveMemory("32m")));
    all.add(flag("generic-resource", "gpu=2", s -> s.genericResource("gpu=2")));
    all.add(flag("memory-swap", "128m", s -> s.memorySwap("128m")));
    all.add(flag("memory-swappiness", "10", s -> s.memorySwappiness(10)));
  }

  private static void changes(List<Case<ServiceCreate>> all, String kind) {
    all.add(change(kind, "delay", "11s", u -> u.delay(ofSeconds(11))));
    all.add(
        change(kind, "failure-action", "continue", u -> u.failureAction(FailureAction.CONTINUE)));
    all.add(change(kind, "max-failure-ratio", "0.25", u -> u.maxFailureRatio(0.25)));
    all.add(change(kind, "monitor", "13s", u -> u.monitor(ofSeconds(13))));
    all.add(change(kind, "order", "start-first", u -> u.order(UpdateOrder.START_FIRST)));
    all.add(change(kind, "parallelism", "2", u -> u.parallelism(2)));
    all.add(change(kind, "parallelism", "0", u -> u.parallelism(0)));
  }

  private static Case<ServiceCreate> change(
      String kind, String flag, String value, UnaryOperator<UpdateConfig.Builder> change) {
    return flag(
        kind + "-" + flag,
        value,
        s -> kind.equals("update") ? s.updateConfig(change) : s.rollbackConfig(change));
  }
}
