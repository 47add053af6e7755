package io.github.swarmclient.testkit;

import static io.github.swarmclient.testkit.ServiceFlags.flag;
import static java.time.Duration.ofSeconds;

import io.github.swarmclient.ServiceUpdate;
import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.Isolation;
import io.github.swarmclient.model.RestartCondition;
import io.github.swarmclient.model.RestartPolicy;
import io.github.swarmclient.model.UpdateConfig;
import io.github.swarmclient.model.UpdateOrder;
import io.github.swarmclient.testkit.ServiceFlags.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every flag of {@code docker service update}, and how the library says it, of a service that was
 * created with every flag.
 */
final class ServiceUpdateFlags {
  private ServiceUpdateFlags() {}

  static List<Case<ServiceUpdate>> all() {
    List<Case<ServiceUpdate>> all = new ArrayList<>();
    containers(all);
    health(all);
    sandboxes(all);
    placements(all);
    services(all);
    for (String kind : List.of("update", "rollback")) {
      changes(all, kind);
    }
    return all;
  }

  private static void containers(List<Case<ServiceUpdate>> all) {
    all.add(flag("image", "busybox:1", s -> s.image("busybox:1")));
    all.add(flag("args", "-c 'sleep 5'", s -> s.args("-c", "sleep 5")));
    all.add(flag("entrypoint", "sh -c 'a b'", s -> s.command("sh", "-c", "a b")));
    all.add(flag("cap-add", "NET_RAW", s -> s.capAdd("NET_RAW")));
    all.add(flag("cap-add", "MKNOD", s -> s.capAdd("MKNOD")));
    all.add(flag("cap-drop", "NET_RAW", s -> s.capDrop("NET_RAW")));
    all.add(flag("cap-drop", "CAP_NET_ADMIN", s -> s.capDrop("CAP_NET_ADMIN")));
    all.add(flag("container-label-add", "c=new", s -> s.containerLabel("c", "new")));
    all.add(flag("container-label-rm", "e", s -> s.removeContainerLabel("e")));
    String spec = "registry://spec";
    all.add(flag("credential-spec", spec, s -> s.credentialSpec(spec)));
    all.add(flag("env-add", "A=2", s -> s.env("A", "2")));
    all.add(flag("env-add", "D=4", s -> s.env("D", "4")));
    all.add(flag("env-rm", "B", s -> s.removeEnv("B")));
    all.add(flag("group-add", "audio", s -> s.group("audio")));
    all.add(flag("group-rm", "wheel", s -> s.removeGroup("wheel")));
    all.add(flag("hostname", "other", s -> s.hostname("other")));
    all.add(flag("init", "false", s -> s.init(false)));
    all.add(flag("isolation", "hyperv", s -> s.isolation(Isolation.HYPERV)));
    all.add(flag("read-only", "false", s -> s.readOnly(false)));
    all.add(flag("stop-grace-period", "3s", s -> s.stopGracePeriod("3s")));
    all.add(flag("stop-signal", "SIGINT", s -> s.stopSignal("SIGINT")));
    all.add(flag("tty", "false", s -> s.tty(false)));
    all.add(flag("user", "nobody", s -> s.user("nobody")));
    all.add(flag("workdir", "/var", s -> s.workdir("/var")));
  }

  private static void health(List<Case<ServiceUpdate>> all) {
    all.add(flag("health-cmd", "false", s -> s.healthCmd("false")));
    all.add(health("health-interval", "5s", h -> h.interval(ofSeconds(5))));
    all.add(health("health-retries", "9", h -> h.retries(9)));
    all.add(health("health-start-period", "6s", h -> h.startPeriod(ofSeconds(6))));
    all.add(health("health-timeout", "1s", h -> h.timeout(ofSeconds(1))));
    all.add(new Case<>("no-healthcheck", List.of("--no-healthcheck"), s -> s.noHealthcheck()));
  }

  private static Case<ServiceUpdate> health(
      String flag, String value, UnaryOperator<HealthConfig.Builder> change) {
    return flag(flag, value, s -> s.healthcheck(change));
  }

  private static void sandboxes(List<Case<ServiceUpdate>> all) {
    all.add(flag("dns-add", "10.0.0.55", s -> s.dns("10.0.0.55")));
    all.add(flag("dns-rm", "10.0.0.53", s -> s.removeDns("10.0.0.53")));
    all.add(flag("dns-option-add", "timeout:3", s -> s.dnsOption("timeout:3")));
    all.add(flag("dns-option-rm", "ndots:2", s -> s.removeDnsOption("ndots:2")));
    all.add(flag("dns-search-add", "a.example", s -> s.dnsSearch("a.example")));
    all.add(flag("dns-search-rm", "example.com", s -> s.removeDnsSearch("example.com")));
    all.add(flag("host-add", "web:10.0.0.7", s -> s.host("web", "10.0.0.7")));
    all.add(flag("host-rm", "db", s -> s.removeHost("db")));
    all.add(flag("host-rm", "db:10.0.0.5", s -> s.removeHost("db", "10.0.0.5")));
    all.add(flag("oom-score-adj", "50", s -> s.oomScoreAdj(50)));
    all.add(flag("sysctl-add", "net.core.somaxconn=9", s -> s.sysctl("net.core.somaxconn", "9")));
    all.add(flag("sysctl-rm", "net.core.somaxconn", s -> s.removeSysctl("net.core.somaxconn")));
    all.add(flag("ulimit-add", "nproc=32:48", s -> s.ulimit("nproc=32:48")));
    all.add(flag("ulimit-add", "core=0", s -> s.ulimit("core=0")));
    all.add(flag("ulimit-rm", "nofile", s -> s.removeUlimit("nofile")));
    for (String mount :
        List.of("type=volume,source=more,target=/more", "type=tmpfs,target=/data")) {
      all.add(flag("mount-add", mount, s -> s.mount(mount)));
    }
    all.add(flag("mount-rm", "/scratch", s -> s.removeMount("/scratch")));
    String there = "source=everyfile,target=/there,mode=0440";
    all.add(flag("config-add", there, s -> s.config(there)));
    all.add(flag("config-rm", "everyconfig", s -> s.removeConfig("everyconfig")));
    all.add(flag("secret-add", "everyfile", s -> s.secret("everyfile")));
    all.add(flag("secret-rm", "everysecret", s -> s.removeSecret("everysecret")));
  }

  private static void placements(List<Case<ServiceUpdate>> all) {
    all.add(flag("replicas", "5", s -> s.replicas(5)));
    all.add(flag("replicas-max-per-node", "0", s -> s.replicasMaxPerNode(0)));
    all.add(flag("constraint-add", "node.id!=x", s -> s.constraint("node.id!=x")));
    String role = "node.role!=manager";
    all.add(flag("constraint-rm", role, s -> s.removeConstraint(role)));
    String zone = "spread=node.labels.zone";
    all.add(flag("placement-pref-add", zone, s -> s.placementPref(zone)));
    String rack = "spread=node.labels.rack";
    all.add(flag("placement-pref-rm", rack, s -> s.removePlacementPref(rack)));
    all.add(flag("limit-cpu", "2", s -> s.limitCpus(2)));
    all.add(flag("limit-memory", "128m", s -> s.limitMemory("128m")));
    all.add(flag("limit-pids", "7", s -> s.limitPids(7)));
    all.add(flag("reserve-cpu", "0.5", s -> s.reserveCpus(0.5)));
    all.add(flag("reserve-memory", "16m", s -> s.reserveMemory("16m")));
    all.add(flag("generic-resource-add", "disk=4", s -> s.genericResource("disk=4")));
    all.add(flag("generic-resource-rm", "gpu", s -> s.removeGenericResource("gpu")));
  }

  private static void services(List<Case<ServiceUpdate>> all) {
    all.add(new Case<>("force", List.of("--force"), s -> s.force()));
    all.add(flag("label-add", "a=c", s -> s.label("a", "c")));
    all.add(flag("label-rm", "empty", s -> s.removeLabel("empty")));
    all.add(flag("network-add", "othernet", s -> s.network("othernet")));
    String aliased = "name=othernet,alias=three";
    all.add(flag("network-add", aliased, s -> s.network(aliased)));
    all.add(flag("network-rm", "everynet", s -> s.removeNetwork("everynet")));
    for (String port : List.of("19090:90", "19099:80", "published=19083,target=83,mode=host")) {
      all.add(flag("publish-add", port, s -> s.publish(port)));
    }
    all.add(flag("publish-rm", "80", s -> s.unpublish(80)));
    all.add(flag("publish-rm", "81/udp", s -> s.unpublish("81/udp")));
    all.add(
        new Case<>(
            "endpoint-mode",
            List.of("--endpoint-mode=dnsrr", "--publish-rm=80", "--publish-rm=81/udp"),
            s -> s.endpointMode(EndpointMode.DNSRR).unpublish(80).unpublish("81/udp")));
    all.add(new Case<>("log-driver", List.of("--log-driver=local"), s -> s.logDriver("local")));
    all.add(
        new Case<>(
            "log-opt",
            List.of("--log-driver=local", "--log-opt=max-size=2m"),
            s -> s.logDriver("local").logOpt("max-size", "2m")));
    all.add(restart("restart-condition", "none", r -> r.condition(RestartCondition.NONE)));
    all.add(restart("restart-delay", "4s", r -> r.delay(ofSeconds(4))));
    all.add(restart("restart-max-attempts", "2", r -> r.maxAttempts(2)));
    all.add(restart("restart-window", "1s", r -> r.window(ofSeconds(1))));
  }

  private static Case<ServiceUpdate> restart(
      String flag, String value, UnaryOperator<RestartPolicy.Builder> change) {
    return flag(flag, value, s -> s.restartPolicy(change));
  }

  private static void changes(List<Case<ServiceUpdate>> all, String kind) {
    all.add(change(kind, "delay", "21s", u -> u.delay(ofSeconds(21))));
    all.add(change(kind, "failure-action", "pause", u -> u.failureAction(FailureAction.PAUSE)));
    all.add(change(kind, "max-failure-ratio", "0.75", u -> u.maxFailureRatio(0.75)));
    all.add(change(kind, "monitor", "23s", u -> u.monitor(ofSeconds(23))));
    all.add(change(kind, "order", "start-first", u -> u.order(UpdateOrder.START_FIRST)));
    all.add(change(kind, "parallelism", "4", u -> u.parallelism(4)));
  }

  private static Case<ServiceUpdate> change(
      String kind, String flag, String value, UnaryOperator<UpdateConfig.Builder> change) {
    return flag(
        kind + "-" + flag,
        value,
        s -> kind.equals("update") ? s.updateConfig(change) : s.rollbackConfig(change));
  }
}
