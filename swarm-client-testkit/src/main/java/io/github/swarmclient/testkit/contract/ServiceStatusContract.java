package io.github.swarmclient.testkit.contract;

import io.github.swarmclient.ConflictException;
import io.github.swarmclient.EngineException;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.UnsupportedChangeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/** What engines refuse of services. */
abstract class ServiceStatusContract extends SwarmContract {
  private static final String IMAGE = "'ContainerSpec':{'Image':'nginx:1.13'}";
  private static final String PLACED = ",'Placement':{'Constraints':['" + NOWHERE + "']}";
  private static final String CREATE = "POST /services/create";

  /** The specs of a table, which have a name if they do not say one. */
  private record Specs(Refusals table) {
    Specs invalid(String what, String words, String spec) {
      table.invalid(what, words, CREATE, named(spec));
      return this;
    }

    /** Adds one whose container says something wrong. */
    Specs container(String what, String words, String member) {
      return invalid(
          what, words, "'TaskTemplate':{'ContainerSpec':{'Image':'nginx'," + member + "}}");
    }

    Specs add(
        String what, Class<? extends EngineException> type, int status, String words, String spec) {
      table.add(what, type, status, words, CREATE, named(spec));
      return this;
    }

    private static String named(String spec) {
      String all = spec.startsWith("'Name'") ? spec : "'Name':'wrong'," + spec;
      return "{" + all.replace("IMAGE", IMAGE) + "}";
    }
  }

  private Specs specs() {
    return new Specs(new Refusals(host1));
  }

  @Rows
  @DisplayName("20: names and images")
  Stream<DynamicTest> namesAndImages() {
    String dns = "name must be valid as a DNS name component";
    return specs()
        .invalid("a name has no dots", dns, "'Name':'a.b','TaskTemplate':{IMAGE}")
        .invalid("a name begins with a letter", dns, "'Name':'-a','TaskTemplate':{IMAGE}")
        .invalid("a name ends with a letter", dns, "'Name':'a-','TaskTemplate':{IMAGE}")
        .invalid("a name has no slashes", dns, "'Name':'a/b','TaskTemplate':{IMAGE}")
        .invalid(
            "a name has 63 characters",
            "name must be 63 characters or fewer",
            "'Name':'" + "x".repeat(64) + "','TaskTemplate':{IMAGE}")
        .invalid("there is a container", "", "'TaskTemplate':{}")
        .invalid(
            "there is an image",
            "image reference must be provided",
            "'TaskTemplate':{'ContainerSpec':{}}")
        .invalid(
            "an image is one",
            "is not a valid repository/tag",
            "'TaskTemplate':{'ContainerSpec':{'Image':'UPPER//x'}}")
        .table()
        .rows();
  }

  @Rows
  @DisplayName("20, 32, 38, 45, 48: settings")
  Stream<DynamicTest> settings() {
    return specs()
        .invalid(
            "restart conditions",
            "invalid RestartCondition: \"sometimes\"",
            "'TaskTemplate':{IMAGE,'RestartPolicy':{'Condition':'sometimes'}}")
        .invalid(
            "restart delays",
            "restart-delay cannot be negative",
            "'TaskTemplate':{IMAGE,'RestartPolicy':{'Delay':-1}}")
        .invalid(
            "failure actions",
            "unrecognized update failure action cry",
            "'TaskTemplate':{IMAGE},'UpdateConfig':{'FailureAction':'cry'}")
        .invalid(
            "failure actions of a rollback",
            "",
            "'TaskTemplate':{IMAGE},'RollbackConfig':{'FailureAction':'cry'}")
        .invalid(
            "update orders",
            "unrecognized update order none-first",
            "'TaskTemplate':{IMAGE},'UpdateConfig':{'Order':'none-first'}")
        .invalid(
            "failure ratios",
            "update-maxfailureratio cannot be less than 0 or bigger than 1",
            "'TaskTemplate':{IMAGE},'UpdateConfig':{'MaxFailureRatio':2}")
        .invalid(
            "update delays",
            "update-delay cannot be negative",
            "'TaskTemplate':{IMAGE},'UpdateConfig':{'Delay':-1}")
        .invalid(
            "two modes",
            "must specify only one service mode",
            "'TaskTemplate':{IMAGE},'Mode':{'Replicated':{},'Global':{}}")
        .invalid(
            "updates of jobs",
            "Jobs may not have an update config",
            "'TaskTemplate':{IMAGE},'Mode':{'ReplicatedJob':{}},'UpdateConfig':{'Parallelism':1}")
        .invalid(
            "little memory",
            "invalid memory value 1000: Must be at least 4MiB",
            "'TaskTemplate':{IMAGE,'Resources':{'Limits':{'MemoryBytes':1000}}}")
        .invalid(
            "little of a processor",
            "Must be at least 0.001",
            "'TaskTemplate':{IMAGE,'Resources':{'Reservations':{'NanoCPUs':1000}}}")
        .invalid("attachments", "", "'TaskTemplate':{IMAGE,'Runtime':'attachment'}")
        .add(
            "plug-ins without a plug-in",
            InvalidRequestException.class,
            400,
            "mismatched Runtime and *Spec fields",
            "'TaskTemplate':{'Runtime':'plugin'}")
        .add(
            "constraints that compare nothing",
            InvalidRequestException.class,
            500,
            "constraint expected one operator from ==, !=",
            "'TaskTemplate':{IMAGE,'Placement':{'Constraints':['node.role']}}")
        .table()
        .rows();
  }

  @Rows
  @DisplayName("39, 40: endpoints and networks")
  Stream<DynamicTest> endpoints() {
    wire.post(CREATE.split(" ", 2)[1], taken("first")).expectSuccess();
    return specs()
        .invalid(
            "endpoint modes",
            "invalid resolution mode: \"magic\"",
            "'TaskTemplate':{IMAGE},'EndpointSpec':{'Mode':'magic'}")
        .invalid(
            "dnsrr at the mesh",
            "port published with ingress mode can't be used with dnsrr mode",
            "'TaskTemplate':{IMAGE},'EndpointSpec':{'Mode':'dnsrr','Ports':[{'TargetPort':80,'PublishedPort':8085}]}")
        .invalid(
            "a port twice",
            "duplicate published ports",
            "'TaskTemplate':{IMAGE},'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8085},"
                + "{'TargetPort':81,'PublishedPort':8085}]}")
        .invalid(
            "a port of another service",
            "port '8086' is already in use by service 'first'",
            taken("second").replaceAll("^\\{|}$", ""))
        .invalid(
            "the ingress network",
            "ingress",
            "'TaskTemplate':{IMAGE,'Networks':[{'Target':'ingress'}]}")
        .add(
            "no such network",
            NotFoundException.class,
            500,
            "network no-such-network not found",
            "'TaskTemplate':{IMAGE,'Networks':[{'Target':'no-such-network'}]}")
        .table()
        .rows();
  }

  private static String taken(String name) {
    return "{'Name':'"
        + name
        + "','TaskTemplate':{"
        + IMAGE
        + PLACED
        + "},'EndpointSpec':{'Ports':[{'TargetPort':80,'PublishedPort':8086}]}}";
  }

  @Rows
  @DisplayName("41, 45: containers")
  Stream<DynamicTest> containers() {
    String file = "'File':{'Name':'f','UID':'0','GID':'0','Mode':292}";
    return specs()
        .container(
            "no such secret",
            "secret not found: x",
            "'Secrets':[{'SecretID':'x','SecretName':'x'," + file + "}]")
        .container(
            "no such config",
            "config not found: x",
            "'Configs':[{'ConfigID':'x','ConfigName':'x'," + file + "}]")
        .container("a secret without a file", "", "'Secrets':[{'SecretID':'x','SecretName':'x'}]")
        .container("a config without a file", "", "'Configs':[{'ConfigID':'x','ConfigName':'x'}]")
        .container("kinds of mounts", "cloud", "'Mounts':[{'Type':'cloud','Target':'/a'}]")
        .container(
            "two mounts at one place",
            "duplicate mount point: /a",
            "'Mounts':[{'Type':'tmpfs','Target':'/a'},{'Type':'tmpfs','Target':'/a'}]")
        .container(
            "impatient health checks",
            "Interval in HealthConfig cannot be less than 1ms",
            "'Healthcheck':{'Interval':1000}")
        .container(
            "impatient timeouts",
            "Timeout in HealthConfig cannot be less than 1ms",
            "'Healthcheck':{'Timeout':1000}")
        .container(
            "negative retries",
            "Retries in HealthConfig cannot be negative",
            "'Healthcheck':{'Retries':-1}")
        .container("open braces", "template", "'Env':['A={{.Task']")
        .table()
        .rows();
  }

  @Rows
  @DisplayName("7, 20, 26, 32, 38, 52: changes")
  Stream<DynamicTest> changes() {
    m.secrets().create("held").data("x").execute();
    String one =
        "{'Name':'one','TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13','Secrets':[]}"
            + PLACED
            + "}}";
    web("one").replicas(0).constraint(NOWHERE).secret("held").execute();
    String path = "POST /services/one/update";
    String update = path + "?version=" + version(m.services().inspect("one").version());
    Refusals table =
        new Refusals(host1)
            .add(
                "a name is there once",
                ConflictException.class,
                409,
                "name conflicts with an existing object: service one already exists",
                CREATE,
                one)
            .add(
                "a secret in use is not removed",
                RefusedException.class,
                400,
                "secret 'held' is in use by the following service: one",
                "DELETE /secrets/held",
                "")
            .add(
                "no service is updated",
                NotFoundException.class,
                404,
                "service none not found",
                "POST /services/none/update?version=1",
                one)
            .invalid("there is a version", "invalid service version ''", path, one)
            .invalid(
                "the version is a number", "invalid service version 'x'", path + "?version=x", one)
            .stale("an old version", path + "?version=1", one)
            .add(
                "a name stays",
                UnsupportedChangeException.class,
                501,
                "renaming services is not supported",
                update,
                one.replace("'one'", "'other'"))
            .add(
                "a mode stays",
                UnsupportedChangeException.class,
                501,
                "service mode change is not allowed",
                update,
                one.replaceFirst("}$", ",'Mode':{'Global':{}}}"))
            .add(
                "nothing to roll back to",
                RefusedException.class,
                400,
                "does not have a previous spec",
                update + "&rollback=previous",
                one)
            .add(
                "rollback=garbage",
                EngineException.class,
                500,
                "unrecognized rollback option garbage",
                update + "&rollback=garbage",
                one)
            .add(
                "registryAuthFrom=garbage",
                EngineException.class,
                500,
                "unsupported registryAuthFrom value",
                update + "&registryAuthFrom=garbage",
                one)
            .add(
                "no login of a spec before",
                EngineException.class,
                500,
                "service does not have a previous spec",
                update + "&registryAuthFrom=previous-spec",
                one)
            .invalid(
                "insertDefaults is true or false",
                "invalid value for insertDefaults: maybe",
                "GET /services/one?insertDefaults=maybe",
                "")
            .missing("none is removed", "service none not found", "DELETE /services/none");
    // Engines to come find it the caller's fault, and say 400.
    int status = atLeast(29) ? 400 : 500;
    table.add(
        "a log has a stream",
        status == 400 ? InvalidRequestException.class : EngineException.class,
        status,
        "you must choose at least one stream",
        "GET /services/one/logs",
        "");
    return table.rows();
  }
}
