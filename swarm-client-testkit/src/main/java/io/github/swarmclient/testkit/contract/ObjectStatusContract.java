package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.DeniedException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.RefusedException;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/** What engines refuse of secrets, configs and networks. */
abstract class ObjectStatusContract extends SwarmContract {

  @Rows
  @DisplayName("56: secrets")
  Stream<DynamicTest> secrets() {
    return blobs("secret", 500 * 1024);
  }

  @Rows
  @DisplayName("57: configs")
  Stream<DynamicTest> configs() {
    return blobs("config", 1000 * 1024);
  }

  private Stream<DynamicTest> blobs(String kind, int limit) {
    String path = "/" + kind + "s";
    String create = "POST " + path + "/create";
    wire.post(path + "/create", "{'Name':'taken','Data':'eA=='}").expectSuccess();
    String update = "POST " + path + "/taken/update?version=";
    long version = wire.get(path + "/taken").json().at("/Version/Index").asLong();
    String nothing = kind + " data must be larger than 0 and less than " + limit + " bytes";
    String labels = "only updates to Labels are allowed";
    String named = "name must be";
    return new Refusals(host1)
        .add(
            "a name is there once",
            ConflictException.class,
            409,
            "taken already exists",
            create,
            "{'Name':'taken','Data':'eA=='}")
        .invalid("data has a byte", nothing, create, "{'Name':'empty'}")
        .invalid("data is not too long", nothing, create, blob("big", limit))
        .invalid("a name begins with a letter", "", create, "{'Name':'-wrong','Data':'eA=='}")
        .invalid("a name has no blanks", "", create, "{'Name':'a b','Data':'eA=='}")
        .invalid("a name has 64 characters", "", create, blob("x".repeat(65), 1))
        .invalid("there is a name", named, create, "{'Data':'eA=='}")
        .invalid("data is in base 64", "", create, "{'Name':'plain','Data':'%'}")
        .invalid("data stays", labels, update + version, "{'Name':'taken','Data':'eQ=='}")
        .invalid("the name stays", labels, update + version, "{'Name':'other'}")
        .invalid("the name is said", labels, update + version, "{'Labels':{'a':'b'}}")
        .invalid(
            "the version is said",
            "invalid " + kind + " version",
            "POST " + path + "/taken/update",
            "{'Name':'taken'}")
        .stale("an old version", update + "1", "{'Name':'taken'}")
        .missing("none is removed", kind + " none not found", "DELETE " + path + "/none")
        .rows();
  }

  private static String blob(String name, int size) {
    String data = Base64.getEncoder().encodeToString(new byte[size]);
    return "{'Name':'" + name + "','Data':'" + data + "'}";
  }

  @Rows
  @DisplayName("59: networks")
  Stream<DynamicTest> networks() {
    String create = "POST /networks/create";
    wire.post("/networks/create", "{'Name':'taken','Driver':'overlay'}").expectSuccess();
    sleeper("user").replicas(0).network("taken").execute();
    Refusals table =
        new Refusals(host1)
            .add(
                "a name is there once",
                ConflictException.class,
                409,
                "network with name taken already exists",
                create,
                "{'Name':'taken','Driver':'overlay','CheckDuplicate':true}")
            .add(
                "there is one ingress network",
                ConflictException.class,
                409,
                "already present",
                create,
                "{'Name':'second','Driver':'overlay','Ingress':true}")
            .add(
                "a label is the engine's own",
                DeniedException.class,
                403,
                "predefined",
                create,
                "{'Name':'own','Driver':'overlay','Labels':{'com.docker.swarm.predefined':'x'}}")
            .add(
                "bridge is not removed",
                DeniedException.class,
                403,
                "bridge is a pre-defined network and cannot be removed",
                "DELETE /networks/bridge",
                "")
            .add(
                "bridge is not made",
                ConflictException.class,
                409,
                "network with name bridge already exists",
                create,
                "{'Name':'bridge','Driver':'overlay'}")
            .add(
                "one in use is not removed",
                RefusedException.class,
                400,
                "is in use by service",
                "DELETE /networks/taken",
                "")
            .missing("none is removed", "network nowhere not found", "DELETE /networks/nowhere");
    String bad = "{'Name':'bad','Driver':'overlay','IPAM':{'Config':[{'Subnet':'10.0.0'}]}}";
    if (atLeast(23)) {
      table.invalid("a subnet is one", "", create, bad);
    } else {
      table.add("a subnet is one", EngineException.class, 500, "", create, bad);
    }
    return table.rows();
  }
}
