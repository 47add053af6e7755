package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A table of service specs, and of what becomes of them once the swarm has them. Each row is a
 * test: the service is created, looked at and removed, and none of its tasks ever runs. JSON is
 * written with single quotes.
 */
final class SpecTable {
  private static final String NAME = "row";
  private static final String PLACED =
      "'Placement':{'Constraints':['" + SwarmContract.NOWHERE + "']}";

  private final Wire wire;
  private final List<DynamicTest> rows = new ArrayList<>();

  SpecTable(Wire wire) {
    this.wire = wire;
  }

  /**
   * Adds a spec of which a part becomes something.
   *
   * @param members members of the spec besides its name, in which TASK stands for those of the task
   *     that run nowhere
   * @param query what is asked for, besides the service
   * @param pointer where to look
   * @param expected what is to be there; nothing if it is to be missing
   */
  SpecTable becomes(String what, String members, String query, String pointer, String expected) {
    rows.add(
        DynamicTest.dynamicTest(
            what,
            () -> {
              JsonNode found = create(members, query).at(pointer);
              if (expected.isEmpty()) {
                assertThat(found.isMissingNode()).as("%s is missing: %s", pointer, found).isTrue();
              } else {
                assertThat(found).isEqualTo(Wire.read(expected.replace('\'', '"')));
              }
            }));
    return this;
  }

  SpecTable becomes(String what, String members, String pointer, String expected) {
    return becomes(what, members, "", pointer, expected);
  }

  /** Adds a member of the container that stays what it is. */
  SpecTable keeps(String member, String value) {
    return container("keeps " + member, member, value, value);
  }

  /** Adds a member of the container that becomes something, or nothing. */
  SpecTable container(String what, String member, String value, String expected) {
    String container = "'ContainerSpec':{'Image':'nginx:1.13','" + member + "':" + value + "}";
    String task = "'TaskTemplate':{" + container + "," + PLACED + "}";
    return becomes(what, task, "/Spec/TaskTemplate/ContainerSpec/" + member, expected);
  }

  /** Adds a member of the task that becomes something. */
  SpecTable task(String what, String member, String value, String expected) {
    String placed = member.equals("Placement") ? "" : "," + PLACED;
    String task =
        "'TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13'},'"
            + member
            + "':"
            + value
            + placed
            + "}";
    return becomes(what, task, "/Spec/TaskTemplate/" + member, expected);
  }

  Stream<DynamicTest> rows() {
    return rows.stream();
  }

  private JsonNode create(String members, String query) {
    String task = "'TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13'}," + PLACED + "}";
    String spec = "{'Name':'" + NAME + "'," + members.replace("TASK", task) + "}";
    wire.post("/services/create", spec).expectSuccess();
    try {
      return wire.get("/services/" + NAME + query).expectSuccess().json();
    } finally {
      wire.delete("/services/" + NAME);
    }
  }
}
