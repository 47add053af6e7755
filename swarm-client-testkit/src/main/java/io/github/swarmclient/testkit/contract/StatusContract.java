package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.DeniedException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.SwarmStateException;
import io.github.swarmclient.SwarmStateException.State;
import io.github.swarmclient.UnsupportedChangeException;
import io.github.swarmclient.VersionConflictException;
import io.github.swarmclient.testkit.SwarmNode;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What engines refuse, by which status, and which exception that becomes: the status matrix of the
 * engines, row by row, as far as one engine in a swarm of three can produce it.
 */
abstract class StatusContract extends SwarmContract {
  private static final String IMAGE = "'ContainerSpec':{'Image':'nginx:1.13'}";
  private static final String PLACED = ",'Placement':{'Constraints':['" + NOWHERE + "']}";

  private SoftAssertions softly;
  private int engine;

  @BeforeEach
  void lookAtTheEngine() {
    softly = new SoftAssertions();
    String version = Objects.requireNonNull(m.info().serverVersion());
    engine = Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  private Throwable answer(SwarmNode host, String request, String json) {
    String[] words = request.split(" ", 2);
    return catchThrowable(() -> Instead.send(host, words[0], words[1], json));
  }

  /** Expects a request to be refused with a status, and as an exception of exactly that type. */
  private void refused(
      Class<? extends EngineException> type, int status, String request, String json) {
    refused(host1, type, status, request, json);
  }

  private void refused(
      SwarmNode host,
      Class<? extends EngineException> type,
      int status,
      String request,
      String json) {
    Throwable refusal = answer(host, request, json);
    String what = request + " " + json;
    softly.assertThat(refusal).as(what).isExactlyInstanceOf(type);
    if (refusal instanceof EngineException answered) {
      softly.assertThat(answered.status()).as(what).isEqualTo(status);
    }
  }

  private void refused(SwarmNode host, State state, String request, String json) {
    Throwable refusal = answer(host, request, json);
    softly.assertThat(refusal).as(request).isExactlyInstanceOf(SwarmStateException.class);
    if (refusal instanceof SwarmStateException answered) {
      softly.assertThat(answered.status()).as(request).isEqualTo(503);
      softly.assertThat(answered.state()).as(request).isEqualTo(state);
    }
  }

  private void invalid(String request, String json) {
    refused(InvalidRequestException.class, 400, request, json);
  }

  @Test
  @DisplayName("1, 2: an engine in no swarm")
  void anEngineInNoSwarm() {
    leave(w3);
    for (String path : new String[] {"/services", "/nodes", "/swarm"}) {
      refused(host3, State.NOT_IN_SWARM, "GET " + path, "");
    }
    refused(host3, State.NOT_IN_SWARM, "POST /swarm/unlock", "{'UnlockKey':'SWMKEY-1-x'}");
    refused(host3, State.NOT_IN_SWARM, "POST /swarm/leave", "");
    String overlay = "{'Name':'n','Driver':'overlay'}";
    if (engine < 23) {
      // A 503 that has become a 500 on its way: only its text could tell, and does not everywhere.
      softly
          .assertThat(answer(host3, "POST /networks/create", overlay))
          .isInstanceOf(EngineException.class);
    } else {
      refused(host3, DeniedException.class, 403, "POST /networks/create", overlay);
    }
    for (String wrong :
        new String[] {
          "POST /swarm/init {'ListenAddr':''}",
          "POST /swarm/init {'ListenAddr':'0.0.0.0:2377','Spec':{'Name':'mine'}}",
          "POST /swarm/join {'ListenAddr':'0.0.0.0:2377','JoinToken':'SWMTKN-1-a-b'}"
        }) {
      String[] parts = wrong.split(" ", 3);
      refused(host3, InvalidRequestException.class, 400, parts[0] + " " + parts[1], parts[2]);
    }
    softly.assertAll();
  }

  @Test
  @DisplayName("1, 6, 7, 8, 10, 12, 13, 18: the swarm and its nodes")
  void theSwarmAndItsNodes() {
    String address = "{'ListenAddr':'0.0.0.0:2377','AdvertiseAddr':'" + host1.address() + "'}";
    refused(host1, State.ALREADY_IN_SWARM, "POST /swarm/init", address);
    refused(
        host1,
        State.ALREADY_IN_SWARM,
        "POST /swarm/join",
        "{'ListenAddr':'0.0.0.0:2377','RemoteAddrs':['" + managerAddress() + "'],'JoinToken':'x'}");
    refused(host1, State.NEEDED_AS_MANAGER, "POST /swarm/leave", "");
    refused(host2, State.NOT_A_MANAGER, "GET /services", "");
    refused(ConflictException.class, 409, "POST /swarm/unlock", "{'UnlockKey':'SWMKEY-1-x'}");
    long version = versionOf(m.inspect().version());
    invalid("POST /swarm/update?version=" + version + "&rotateWorkerToken=maybe", "{}");
    invalid("POST /swarm/update", "{'Name':'default'}");
    invalid(
        "POST /swarm/update?version=" + version,
        "{'Name':'default','CAConfig':{'NodeCertExpiry':60000000000}}");
    stale("POST /swarm/update?version=1", "{'Name':'default'}");
    String node = "POST /nodes/" + idOf(m) + "/update";
    invalid(node, "{'Role':'manager','Availability':'active'}");
    long seen = versionOf(m.nodes().inspect("self").version());
    invalid(node + "?version=" + seen, "{'Role':'boss','Availability':'active'}");
    stale(node + "?version=1", "{'Role':'manager','Availability':'active'}");
    refused(
        RefusedException.class,
        400,
        node + "?version=" + seen,
        "{'Role':'worker','Availability':'active'}");
    refused(RefusedException.class, 400, "DELETE /nodes/" + idOf(m) + "?force=1", "");
    refused(RefusedException.class, 400, "DELETE /nodes/" + idOf(w2), "");
    softly.assertAll();
  }

  private static long versionOf(
      io.github.swarmclient.model.@org.jspecify.annotations.Nullable ObjectVersion version) {
    return Objects.requireNonNull(Objects.requireNonNull(version).index());
  }

  private void stale(String request, String json) {
    refused(VersionConflictException.class, 500, request, json);
  }

  @Test
  @DisplayName("19, 21, 55, 63: what is looked for")
  void whatIsLookedFor() {
    for (String kind : new String[] {"nodes", "services", "tasks", "secrets", "configs"}) {
      refused(NotFoundException.class, 404, "GET /" + kind + "/none", "");
      invalid("GET /" + kind + "?filters=%7B%22none%22%3A%5B%22x%22%5D%7D", "");
      if (engine < 23 && !kind.equals("services")) {
        refused(EngineException.class, 500, "GET /" + kind + "?filters=%7B", "");
      } else {
        invalid("GET /" + kind + "?filters=%7B", "");
      }
    }
    refused(NotFoundException.class, 404, "GET /networks/nowhere", "");
    refused(NotFoundException.class, 404, "GET /services/none/logs?stdout=1", "");
    refused(EngineException.class, 500, "GET /nodes?filters=" + filter("role", "boss"), "");
    refused(EngineException.class, 500, "GET /tasks?filters=" + filter("desired-state", "x"), "");
    refused(NotFoundException.class, 404, "GET /tasks?filters=" + filter("service", "none"), "");
    refused(NotFoundException.class, 404, "GET /tasks?filters=" + filter("node", "none"), "");
    invalid("GET /services?status=maybe", "");
    invalid("GET /configs?filters=" + filter("names", "x"), "");
    softly.assertAll();
  }

  private static String filter(String key, String value) {
    return "%7B%22" + key + "%22%3A%5B%22" + value + "%22%5D%7D";
  }

  @Test
  @DisplayName("56, 57, 59: secrets, configs and networks")
  void secretsConfigsAndNetworks() {
    for (String kind : new String[] {"secrets", "configs"}) {
      int limit = kind.equals("secrets") ? 500 * 1024 : 1000 * 1024;
      String create = "POST /" + kind + "/create";
      Instead.send(host1, "POST", "/" + kind + "/create", "{'Name':'taken','Data':'eA=='}");
      refused(ConflictException.class, 409, create, "{'Name':'taken','Data':'eA=='}");
      invalid(create, "{'Name':'empty'}");
      invalid(create, "{'Name':'big','Data':'" + base64(limit) + "'}");
      invalid(create, "{'Name':'-wrong','Data':'eA=='}");
      invalid(create, "{'Data':'eA=='}");
      invalid(create, "{'Name':'plain','Data':'%'}");
      String update = "POST /" + kind + "/taken/update?version=";
      long version =
          versionOf(
              kind.equals("secrets")
                  ? m.secrets().inspect("taken").version()
                  : m.configs().inspect("taken").version());
      invalid(update + version, "{'Name':'taken','Data':'eQ=='}");
      invalid(update + version, "{'Labels':{'a':'b'}}");
      stale(update + "1", "{'Name':'taken'}");
      Instead.send(host1, "DELETE", "/" + kind + "/taken", "");
    }
    String create = "POST /networks/create";
    Instead.send(host1, "POST", "/networks/create", "{'Name':'taken','Driver':'overlay'}");
    refused(
        ConflictException.class,
        409,
        create,
        "{'Name':'taken','Driver':'overlay','CheckDuplicate':true}");
    refused(
        ConflictException.class,
        409,
        create,
        "{'Name':'second','Driver':'overlay','Ingress':true}");
    refused(
        DeniedException.class,
        403,
        create,
        "{'Name':'own','Driver':'overlay','Labels':{'com.docker.swarm.predefined':'x'}}");
    String bad = "{'Name':'bad','Driver':'overlay','IPAM':{'Config':[{'Subnet':'10.0.0'}]}}";
    if (engine < 23) {
      refused(EngineException.class, 500, create, bad);
    } else {
      invalid(create, bad);
    }
    refused(DeniedException.class, 403, "DELETE /networks/bridge", "");
    sleeper("user").replicas(0).network("taken").execute();
    refused(RefusedException.class, 400, "DELETE /networks/taken", "");
    m.services().remove("user").awaitGone();
    m.networks().remove("taken").awaitGone();
    softly.assertAll();
  }

  private static String base64(int size) {
    return java.util.Base64.getEncoder().encodeToString(new byte[size]);
  }

  @Test
  @DisplayName("20, 32, 38, 39, 40, 41, 45, 48: services")
  void services() {
    for (String wrong :
        new String[] {
          "'Name':'a.b','TaskTemplate':{IMAGE}",
          "'Name':'-a','TaskTemplate':{IMAGE}",
          "'TaskTemplate':{'ContainerSpec':{}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'UPPER//x'}}",
          "'TaskTemplate':{IMAGE,'RestartPolicy':{'Condition':'sometimes'}}",
          "'TaskTemplate':{IMAGE},'UpdateConfig':{'FailureAction':'cry'}",
          "'TaskTemplate':{IMAGE},'UpdateConfig':{'Order':'none-first'}",
          "'TaskTemplate':{IMAGE},'UpdateConfig':{'MaxFailureRatio':2}",
          "'TaskTemplate':{IMAGE},'EndpointSpec':{'Mode':'magic'}",
          "'TaskTemplate':{IMAGE},'Mode':{'Replicated':{},'Global':{}}",
          "'TaskTemplate':{IMAGE},'EndpointSpec':{'Mode':'dnsrr','Ports':[{'TargetPort':80,'PublishedPort':8085}]}",
          "'TaskTemplate':{IMAGE},'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8085},{'TargetPort':81,'PublishedPort':8085}]}",
          "'TaskTemplate':{IMAGE,'Networks':[{'Target':'ingress'}]}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Secrets':[{'SecretID':'x','SecretName':'x','File':{'Name':'f','UID':'0','GID':'0','Mode':292}}]}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Secrets':[{'SecretID':'x','SecretName':'x'}]}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Configs':[{'ConfigID':'x','ConfigName':'x'}]}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Mounts':[{'Type':'cloud','Target':'/a'}]}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Mounts':[{'Type':'tmpfs','Target':'/a'},{'Type':'tmpfs','Target':'/a'}]}}",
          "'TaskTemplate':{IMAGE,'Resources':{'Limits':{'MemoryBytes':1000}}}",
          "'TaskTemplate':{IMAGE,'Resources':{'Reservations':{'NanoCPUs':1000}}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Healthcheck':{'Interval':1000}}}",
          "'TaskTemplate':{'ContainerSpec':{'Image':'nginx','Env':['A={{.Task']}}",
          "'TaskTemplate':{IMAGE},'Mode':{'ReplicatedJob':{}},'UpdateConfig':{'Parallelism':1}",
          "'TaskTemplate':{IMAGE,'Runtime':'attachment'}"
        }) {
      String named = wrong.startsWith("'Name'") ? wrong : "'Name':'wrong'," + wrong;
      invalid("POST /services/create", "{" + named.replace("IMAGE", IMAGE) + "}");
    }
    created(InvalidRequestException.class, 500, ",'Placement':{'Constraints':['node.role']}");
    created(NotFoundException.class, 500, ",'Networks':[{'Target':'no-such-network'}]");
    created(InvalidRequestException.class, 400, ",'Runtime':'plugin'");
    softly.assertThat(m.services().list()).isEmpty();
    softly.assertAll();
  }

  private void created(Class<? extends EngineException> type, int status, String more) {
    String task = more.contains("plugin") ? more.substring(1) : IMAGE + more;
    String spec = "{'Name':'wrong','TaskTemplate':{" + task + "}}";
    refused(type, status, "POST /services/create", spec);
  }

  @Test
  @DisplayName("7, 20, 26, 32, 38, 52: changes of services")
  void changesOfServices() {
    m.secrets().create("held").data("x").execute();
    web("one")
        .replicas(1)
        .constraint("node.labels.none==yes")
        .publish(8086, 80)
        .secret("held")
        .execute();
    String one = "{'Name':'one','TaskTemplate':{" + IMAGE + PLACED + "}}";
    refused(ConflictException.class, 409, "POST /services/create", one);
    refused(RefusedException.class, 400, "DELETE /secrets/held", "");
    invalid(
        "POST /services/create",
        one.replace("'one'", "'two'")
            .replaceFirst(
                "}$", ",'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8086}]}}"));
    String update = "POST /services/one/update?version=";
    until("the service is at rest", () -> versionOf(m.services().inspect("one").version()) > 0);
    pause(java.time.Duration.ofSeconds(1));
    long version = versionOf(m.services().inspect("one").version());
    refused(NotFoundException.class, 404, "POST /services/none/update?version=1", one);
    invalid("POST /services/one/update", one);
    stale(update + "1", one);
    refused(
        UnsupportedChangeException.class, 501, update + version, one.replace("'one'", "'other'"));
    refused(
        UnsupportedChangeException.class,
        501,
        update + version,
        one.replaceFirst("}$", ",'Mode':{'Global':{}}}"));
    refused(RefusedException.class, 400, update + version + "&rollback=previous", one);
    for (String wrong : new String[] {"rollback=garbage", "registryAuthFrom=garbage"}) {
      softly
          .assertThat(answer(host1, update + version + "&" + wrong, one))
          .as(wrong)
          .isInstanceOf(EngineException.class);
    }
    invalid("GET /services/one?insertDefaults=maybe", "");
    // A 500 up to engine 26, a 400 later on.
    softly
        .assertThat(answer(host1, "GET /services/one/logs", ""))
        .isInstanceOf(EngineException.class);
    softly.assertThat(versionOf(m.services().inspect("one").version())).isEqualTo(version);
    m.services().remove("one").awaitGone();
    m.secrets().remove("held");
    softly.assertAll();
    assertThat(m.services().list()).isEmpty();
  }
}
