package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.DeniedException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.SwarmStateException.State;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/** What engines refuse of swarms, of nodes, and of whoever looks for something. */
abstract class StatusContract extends SwarmContract {
  private static final String NO_SWARM =
      "This node is not a swarm manager. Use \"docker swarm init\"";
  private static final String WORKER = "Worker nodes can't be used to view or modify cluster state";
  private static final String MEMBER = "This node is already part of a swarm";

  @Rows
  @DisplayName("1, 2: an engine in no swarm")
  Stream<DynamicTest> anEngineInNoSwarm() {
    leave(w3);
    Refusals table = new Refusals(host3);
    for (String kind : new String[] {"services", "nodes", "tasks", "secrets", "configs", "swarm"}) {
      table.state("lists no " + kind, State.NOT_IN_SWARM, NO_SWARM, "GET /" + kind, "");
    }
    for (String kind : new String[] {"services", "nodes", "tasks", "secrets", "configs"}) {
      table.state("finds no " + kind, State.NOT_IN_SWARM, NO_SWARM, "GET /" + kind + "/x", "");
    }
    String key = "{'UnlockKey':'SWMKEY-1-x'}";
    table
        .state("has no unlock key", State.NOT_IN_SWARM, NO_SWARM, "GET /swarm/unlockkey", "")
        .state("is not unlocked", State.NOT_IN_SWARM, "not", "POST /swarm/unlock", key)
        .state("does not leave", State.NOT_IN_SWARM, "not part of a swarm", "POST /swarm/leave", "")
        .state(
            "creates no service",
            State.NOT_IN_SWARM,
            NO_SWARM,
            "POST /services/create",
            "{'TaskTemplate':{'ContainerSpec':{'Image':'x'}}}")
        .state(
            "creates no secret",
            State.NOT_IN_SWARM,
            NO_SWARM,
            "POST /secrets/create",
            "{'Name':'x','Data':'eA=='}")
        .state(
            "creates no config",
            State.NOT_IN_SWARM,
            NO_SWARM,
            "POST /configs/create",
            "{'Name':'x','Data':'eA=='}")
        .invalid(
            "listens somewhere", "invalid ListenAddr \"\"", "POST /swarm/init", "{'ListenAddr':''}")
        .invalid(
            "listens at an address",
            "listen address must be an IP address or network interface",
            "POST /swarm/init",
            "{'ListenAddr':'nowhere:2377'}")
        .invalid(
            "begins a swarm named default",
            "swarm spec must be named \"default\"",
            "POST /swarm/init",
            "{'ListenAddr':'0.0.0.0:2377','Spec':{'Name':'mine'}}")
        .invalid(
            "joins some address",
            "at least 1 RemoteAddr is required to join",
            "POST /swarm/join",
            "{'ListenAddr':'0.0.0.0:2377','JoinToken':'SWMTKN-1-a-b'}");
    overlay(table);
    return table.rows();
  }

  private void overlay(Refusals table) {
    String overlay = "{'Name':'n','Driver':'overlay'}";
    // A 503 that has become a 500 on its way, before engine 23.
    if (atLeast(23)) {
      table.add(
          "creates no overlay network",
          DeniedException.class,
          403,
          "This node is not a swarm manager",
          "POST /networks/create",
          overlay);
    } else {
      table.add(
          "creates no overlay network",
          EngineException.class,
          500,
          "This node is not a swarm manager",
          "POST /networks/create",
          overlay);
    }
  }

  @Rows
  @DisplayName("1, 6, 10: a member of a swarm")
  Stream<DynamicTest> aMember() {
    String address = "{'ListenAddr':'0.0.0.0:2377','AdvertiseAddr':'" + host1.address() + "'}";
    String join =
        "{'ListenAddr':'0.0.0.0:2377','RemoteAddrs':['" + managerAddress() + "'],'JoinToken':'x'}";
    return new Refusals(host1)
        .state("begins no other swarm", State.ALREADY_IN_SWARM, MEMBER, "POST /swarm/init", address)
        .state("joins no other swarm", State.ALREADY_IN_SWARM, MEMBER, "POST /swarm/join", join)
        .state(
            "does not leave as the last manager",
            State.NEEDED_AS_MANAGER,
            "Removing the last manager erases all current state of the swarm",
            "POST /swarm/leave",
            "")
        .add(
            "is not unlocked if it is not locked",
            ConflictException.class,
            409,
            "swarm is not locked",
            "POST /swarm/unlock",
            "{'UnlockKey':'SWMKEY-1-x'}")
        .rows();
  }

  @Rows
  @DisplayName("1: a worker sends to a manager")
  Stream<DynamicTest> aWorker() {
    Refusals table = new Refusals(host2);
    for (String path :
        new String[] {
          "services", "nodes", "tasks", "secrets", "configs", "swarm", "swarm/unlockkey", "nodes/x"
        }) {
      table.state("who asks for " + path, State.NOT_A_MANAGER, WORKER, "GET /" + path, "");
    }
    return table
        .state("who removes a service", State.NOT_A_MANAGER, WORKER, "DELETE /services/x", "")
        .state("who removes a node", State.NOT_A_MANAGER, WORKER, "DELETE /nodes/x", "")
        .state(
            "who updates the swarm",
            State.NOT_A_MANAGER,
            WORKER,
            "POST /swarm/update?version=1",
            "{'Name':'default'}")
        .rows();
  }

  @Rows
  @DisplayName("7, 8, 10: changes of the swarm")
  Stream<DynamicTest> theSwarm() {
    String update = "POST /swarm/update?version=" + version(m.inspect().version());
    return new Refusals(host1)
        .invalid(
            "rotateWorkerToken is true or false",
            "invalid value for rotateWorkerToken: maybe",
            update + "&rotateWorkerToken=maybe",
            "{}")
        .invalid(
            "rotateManagerToken is true or false",
            "invalid value for rotateManagerToken: maybe",
            update + "&rotateManagerToken=maybe",
            "{}")
        .invalid(
            "rotateManagerUnlockKey is true or false",
            "invalid value for rotateManagerUnlockKey: maybe",
            update + "&rotateManagerUnlockKey=maybe",
            "{}")
        .invalid(
            "there is a version",
            "invalid swarm version ''",
            "POST /swarm/update",
            "{'Name':'default'}")
        .invalid(
            "the version is a number",
            "invalid swarm version 'x'",
            "POST /swarm/update?version=x",
            "{'Name':'default'}")
        .invalid(
            "certificates live for an hour at least",
            "minimum certificate expiry time",
            update,
            "{'Name':'default','CAConfig':{'NodeCertExpiry':60000000000}}")
        .stale("an old version", "POST /swarm/update?version=1", "{'Name':'default'}")
        .rows();
  }

  @Rows
  @DisplayName("12, 13, 18: changes of nodes")
  Stream<DynamicTest> nodes() {
    String node = "POST /nodes/" + idOf(m) + "/update";
    String update = node + "?version=" + version(m.nodes().inspect("self").version());
    String manager = "{'Role':'manager','Availability':'active'}";
    return new Refusals(host1)
        .invalid("there is a version", "invalid node version ''", node, manager)
        .invalid(
            "the version is a number", "invalid node version 'x'", node + "?version=x", manager)
        .invalid(
            "a role is one", "invalid Role: \"boss\"", update, manager.replace("manager", "boss"))
        .invalid(
            "an availability is one",
            "invalid Availability: \"lazy\"",
            update,
            manager.replace("active", "lazy"))
        .stale("an old version", node + "?version=1", manager)
        .add(
            "the last manager stays one",
            RefusedException.class,
            400,
            "attempting to demote the last manager of the swarm",
            update,
            "{'Role':'worker','Availability':'active'}")
        .add(
            "a manager is not removed, also not by force",
            RefusedException.class,
            400,
            "is a cluster manager and is a member of the raft cluster",
            "DELETE /nodes/" + idOf(m) + "?force=1",
            "")
        .add(
            "a node that is up is not removed",
            RefusedException.class,
            400,
            "is not down and can't be removed",
            "DELETE /nodes/" + idOf(w2),
            "")
        .missing("no node is removed", "node none not found", "DELETE /nodes/none")
        .add(
            "no node is updated",
            io.github.swarmclient.NotFoundException.class,
            404,
            "node none not found",
            "POST /nodes/none/update?version=1",
            manager)
        .rows();
  }

  @Rows
  @DisplayName("19, 21, 55, 63: what is looked for")
  Stream<DynamicTest> whatIsLookedFor() {
    Refusals table = new Refusals(host1);
    for (String kind : new String[] {"node", "service", "task", "secret", "config"}) {
      String path = "/" + kind + "s";
      table.missing("no such " + kind, kind + " none not found", "GET " + path + "/none");
      String filter = atLeast(22) ? "invalid filter 'none'" : "Invalid filter 'none'";
      table.invalid(
          "no such filter of " + kind + "s", filter, "GET " + path + "?" + filter("none", "x"), "");
      String malformed = "GET " + path + "?filters=%7B";
      if (atLeast(23) || kind.equals("service")) {
        table.invalid("malformed filters of " + kind + "s", "", malformed, "");
      } else {
        table.add(
            "malformed filters of " + kind + "s", EngineException.class, 500, "", malformed, "");
      }
    }
    return table
        .missing("no such network", "network nowhere not found", "GET /networks/nowhere")
        .missing("no log of a service", "none not found", "GET /services/none/logs?stdout=1")
        .missing("no log of a task", "none not found", "GET /tasks/none/logs?stdout=1")
        .add(
            "no such role",
            EngineException.class,
            500,
            "Invalid role filter: 'boss'",
            "GET /nodes?" + filter("role", "boss"),
            "")
        .add(
            "no such membership",
            EngineException.class,
            500,
            "",
            "GET /nodes?" + filter("membership", "friend"),
            "")
        .add(
            "no such desired state",
            EngineException.class,
            500,
            "Invalid desired-state filter: 'x'",
            "GET /tasks?" + filter("desired-state", "x"),
            "")
        .missing("tasks of no service", "none not found", "GET /tasks?" + filter("service", "none"))
        .missing("tasks of no node", "none not found", "GET /tasks?" + filter("node", "none"))
        .invalid(
            "status is true or false",
            "invalid value for status: maybe",
            "GET /services?status=maybe",
            "")
        .invalid("a config has no names", "", "GET /configs?" + filter("names", "x"), "")
        .missing("no such path", "page not found", "GET /no-such-path")
        .rows();
  }

  @Rows
  @DisplayName("44: versions of the API")
  Stream<DynamicTest> versions() {
    String newest = String.valueOf(m.version().apiVersion());
    String oldest = String.valueOf(m.version().minApiVersion());
    return new Refusals(host1)
        .invalid(
            "a newer one",
            "client version 1.99 is too new. Maximum supported API version is " + newest,
            "GET /v1.99/services",
            "")
        .add(
            "an older one",
            InvalidRequestException.class,
            400,
            "Minimum supported API version is " + oldest,
            "GET /v1.11/services",
            "")
        .rows();
  }
}
