package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/** What lists have in them, by their filters: each row of a table is a test. */
abstract class ListContract extends SwarmContract {

  /** Filters, as JSON in single quotes, and the names that are listed by them, in any order. */
  private final class Lists {
    private final String path;
    private final String name;
    private final List<DynamicTest> rows = new ArrayList<>();

    Lists(String path, String name) {
      this.path = path;
      this.name = name;
    }

    Lists has(String what, String filters, String... names) {
      rows.add(
          DynamicTest.dynamicTest(
              what, () -> assertThat(listed(filters)).containsExactlyInAnyOrder(names)));
      return this;
    }

    private List<String> listed(String filters) {
      String query = filters.isEmpty() ? "" : "?" + Wire.filters(filters);
      List<String> names = new ArrayList<>();
      for (JsonNode object : wire.get(path + query).expectSuccess().json()) {
        names.add(object.at(name).asText());
      }
      return names;
    }

    Stream<DynamicTest> rows() {
      return rows.stream();
    }
  }

  @Rows
  @DisplayName("21: services")
  Stream<DynamicTest> services() {
    String front = service("front", "'Mode':{'Replicated':{}},'Labels':{'tier':'1','zone':'a'}");
    String back = service("back", "'Mode':{'Global':{}},'Labels':{'tier':'2','zone':'a'}");
    service("frozen", "'Mode':{'ReplicatedJob':{}},'Labels':{'empty':''}");
    service("sweep", "'Mode':{'GlobalJob':{}}");
    return new Lists("/services", "/Spec/Name")
        .has("all without a filter", "", "front", "back", "frozen", "sweep")
        .has("by an ID", "{'id':['" + front + "']}", "front")
        .has("by the beginning of an ID", "{'id':['" + back.substring(0, 20) + "']}", "back")
        .has("by any of two IDs", "{'id':['" + front + "','" + back + "']}", "front", "back")
        .has("by no ID", "{'id':['none']}")
        .has("by a name", "{'name':['sweep']}", "sweep")
        .has("by the beginning of a name", "{'name':['fro']}", "front", "frozen")
        .has("by no end of a name", "{'name':['ront']}")
        .has("by any of two names", "{'name':['back','sweep']}", "back", "sweep")
        .has("by a label", "{'label':['zone']}", "front", "back")
        .has("by the value of a label", "{'label':['tier=2']}", "back")
        .has("by an empty label", "{'label':['empty']}", "frozen")
        .has("by an empty value", "{'label':['empty=']}", "frozen")
        .has("by both of two labels", "{'label':['zone=a','tier=1']}", "front")
        .has("by no such value", "{'label':['tier=3']}")
        .has("that are replicated", "{'mode':['replicated']}", "front")
        .has("that are global", "{'mode':['global']}", "back")
        .has("that are jobs", "{'mode':['replicated-job']}", "frozen")
        .has("that are global jobs", "{'mode':['global-job']}", "sweep")
        .has("of either mode", "{'mode':['global','replicated']}", "front", "back")
        .has("of no mode", "{'mode':['mirrored']}")
        .has("by name and mode", "{'name':['fro'],'mode':['replicated']}", "front")
        .has("by an old form of filters", "{'name':{'back':true}}", "back")
        .has("that are containers", "{'runtime':['container']}", "front", "back", "frozen", "sweep")
        .has("that are plug-ins", "{'runtime':['plugin']}")
        .rows();
  }

  private String service(String name, String members) {
    String task =
        "'TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13'},'Placement':{'Constraints':['"
            + NOWHERE
            + "']}}";
    return created("/services/create", "{'Name':'" + name + "'," + members + "," + task + "}");
  }

  private String created(String path, String json) {
    JsonNode answer = wire.post(path, json).expectSuccess().json();
    return answer.path(answer.has("Id") ? "Id" : "ID").asText();
  }

  @Rows
  @DisplayName("8: nodes")
  Stream<DynamicTest> nodes() {
    m.nodes().update("docker02").label("rack", "r1").label("disk", "ssd").execute();
    m.nodes().update("docker03").label("rack", "r2").execute();
    String self = idOf(m);
    return new Lists("/nodes", "/Description/Hostname")
        .has("all without a filter", "", "docker01", "docker02", "docker03")
        .has("by an ID", "{'id':['" + self + "']}", "docker01")
        .has("by the beginning of an ID", "{'id':['" + self.substring(0, 20) + "']}", "docker01")
        .has("by a name", "{'name':['docker02']}", "docker02")
        .has(
            "by the beginning of a name", "{'name':['docker']}", "docker01", "docker02", "docker03")
        .has("by any of two names", "{'name':['docker01','docker03']}", "docker01", "docker03")
        .has("that are managers", "{'role':['manager']}", "docker01")
        .has("that are workers", "{'role':['worker']}", "docker02", "docker03")
        .has("of either role", "{'role':['worker','manager']}", "docker01", "docker02", "docker03")
        .has(
            "that were changed, and so are pending",
            "{'membership':['pending'],'name':['docker02']}",
            "docker02")
        .has("that are accepted", "{'membership':['accepted'],'name':['docker02']}")
        .has("by a label", "{'node.label':['rack']}", "docker02", "docker03")
        .has("by the value of a label", "{'node.label':['rack=r2']}", "docker03")
        .has("by a label of the engine", "{'label':['rack']}")
        .has("by role and label", "{'role':['worker'],'node.label':['disk=ssd']}", "docker02")
        .has("by no such label", "{'node.label':['none']}")
        .rows();
  }

  @Rows
  @DisplayName("56: secrets")
  Stream<DynamicTest> secrets() {
    return blobs("/secrets");
  }

  @Rows
  @DisplayName("57: configs")
  Stream<DynamicTest> configs() {
    return blobs("/configs");
  }

  private Stream<DynamicTest> blobs(String path) {
    String one = created(path + "/create", "{'Name':'app.one','Data':'eA==','Labels':{'v':'1'}}");
    created(path + "/create", "{'Name':'app.two','Data':'eA==','Labels':{'v':'2','old':''}}");
    created(path + "/create", "{'Name':'other','Data':'eA=='}");
    return new Lists(path, "/Spec/Name")
        .has("all without a filter", "", "app.one", "app.two", "other")
        .has("by an ID", "{'id':['" + one + "']}", "app.one")
        .has("by the beginning of an ID", "{'id':['" + one.substring(0, 20) + "']}", "app.one")
        .has("by a name", "{'name':['other']}", "other")
        .has("by the beginning of a name", "{'name':['app.']}", "app.one", "app.two")
        .has("by a label", "{'label':['v']}", "app.one", "app.two")
        .has("by the value of a label", "{'label':['v=2']}", "app.two")
        .has("by both of two labels", "{'label':['v=2','old']}", "app.two")
        .has("by no name", "{'name':['none']}")
        .rows();
  }

  @Rows
  @DisplayName("59: networks")
  Stream<DynamicTest> networks() {
    String front = created("/networks/create", overlay("front", "'Labels':{'tier':'1'}"));
    created("/networks/create", overlay("back", "'Labels':{'tier':'2'}"));
    for (String name : new String[] {"front", "back"}) {
      until(name + " is allocated", () -> "overlay".equals(m.networks().inspect(name).driver()));
    }
    String swarm = "'scope':['swarm']";
    return new Lists("/networks", "/Name")
        .has("of the swarm", "{" + swarm + "}", "ingress", "front", "back")
        .has("by a name", "{'name':['front']}", "front")
        .has("of the swarm by no beginning of a name", "{'name':['fro']}")
        .has("of the swarm by no part of a name", "{'name':['ron']}")
        .has("of an engine by a part of a name", "{'name':['ridg'],'type':['builtin']}", "bridge")
        .has("by an ID", "{'id':['" + front + "']}", "front")
        .has("by the beginning of an ID", "{'id':['" + front.substring(0, 20) + "']}", "front")
        .has("by a label", "{'label':['tier']}", "front", "back")
        .has("by the value of a label", "{'label':['tier=2']}", "back")
        .has("by a driver", "{'driver':['overlay']}", "ingress", "front", "back")
        .has("that are of the engine", "{'type':['builtin'],'name':['bridge']}", "bridge")
        .has("that somebody made", "{'type':['custom']," + swarm + "}", "ingress", "front", "back")
        .has("of one engine", "{'scope':['local'],'driver':['host']}", "host")
        .has("by no name", "{'name':['nowhere']}")
        .rows();
  }

  private static String overlay(String name, String members) {
    return "{'Name':'" + name + "','Driver':'overlay'," + members + "}";
  }

  @Rows
  @DisplayName("55: tasks")
  Stream<DynamicTest> tasks() {
    sleeper("run").replicas(2).label("tier", "1").await();
    sleeper("wait").replicas(1).constraint(NOWHERE).execute();
    until("a task waits", () -> m.tasks().list(q -> q.service("wait")).size() == 1);
    String run = Objects.requireNonNull(m.services().inspect("run").id());
    String wait = Objects.requireNonNull(m.services().inspect("wait").id());
    String task = Objects.requireNonNull(m.tasks().list(q -> q.service("wait")).get(0).id());
    return new Lists("/tasks", "/ServiceID")
        .has("by a service's name", "{'service':['run']}", run, run)
        .has("by a service's ID", "{'service':['" + wait + "']}", wait)
        .has("by any of two services", "{'service':['run','wait']}", run, run, wait)
        .has("by an ID", "{'id':['" + task + "']}", wait)
        .has("by the beginning of an ID", "{'id':['" + task.substring(0, 20) + "']}", wait)
        .has("by a name", "{'name':['wait.1']}", wait)
        .has("by the beginning of a name", "{'name':['run.']}", run, run)
        .has("that are to run", "{'desired-state':['running']}", run, run, wait)
        .has("that are to stop", "{'desired-state':['shutdown']}")
        .has("by a label of the service", "{'label':['tier=1']}", run, run)
        .has(
            "by service and desired state",
            "{'service':['wait'],'desired-state':['running']}",
            wait)
        .has("of a node that waits", "{'node':['docker01'],'service':['wait']}")
        .rows();
  }
}
