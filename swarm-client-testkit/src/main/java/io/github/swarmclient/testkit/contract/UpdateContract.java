package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.InvalidRequestException;
import io.github.swarmclient.NotFoundException;
import io.github.swarmclient.RefusedException;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the spec of a service changes; no task of these services ever runs. */
abstract class UpdateContract extends SwarmContract {

  private ServiceCreate idle(String name) {
    return web(name).replicas(1).constraint(NOWHERE);
  }

  private JsonNode read(String service) {
    return wire.get("/services/" + service).expectSuccess().json();
  }

  private ServiceSpec spec(String service) {
    return Objects.requireNonNull(m.services().inspect(service).spec());
  }

  private List<String> env(String service) {
    var task = Objects.requireNonNull(spec(service).taskTemplate());
    return Objects.requireNonNull(task.containerSpec()).env();
  }

  private Wire.Answer update(String service, String query, ObjectNode spec) {
    long version = read(service).at("/Version/Index").asLong();
    return wire.post("/services/" + service + "/update?version=" + version + query, spec);
  }

  @Test
  void anUpdateKeepsWhatWasBefore() {
    idle("web").env("A", "1").execute();
    JsonNode before = read("web");
    assertThat(before.has("PreviousSpec")).isFalse();
    m.services().update("web").env("A", "2").execute();
    JsonNode after = read("web");
    assertThat(after.path("PreviousSpec")).isEqualTo(before.path("Spec"));
    assertThat(env("web")).containsExactly("A=2");
  }

  @Test
  void aRollbackExchangesTheTwoSpecsAndAnotherOneDoesSoAgain() {
    idle("web").env("A", "1").execute();
    m.services().update("web").env("A", "2").execute();
    JsonNode before = read("web");
    m.services().rollback("web").execute();
    JsonNode back = read("web");
    assertThat(back.path("Spec")).isEqualTo(before.path("PreviousSpec"));
    assertThat(back.path("PreviousSpec")).isEqualTo(before.path("Spec"));
    m.services().rollback("web").execute();
    assertThat(read("web").path("Spec")).isEqualTo(before.path("Spec"));
  }

  @Test
  void aRollbackToNothingIsRefused() {
    idle("web").execute();
    assertThat(refusal(RefusedException.class, () -> m.services().rollback("web").execute()))
        .hasMessageContaining("previous spec");
  }

  @Test
  void rollbackNoneIsAnUpdate() {
    idle("web").execute();
    ObjectNode spec = read("web").path("Spec").deepCopy();
    spec.putObject("Labels").put("a", "b");
    assertThat(update("web", "&rollback=none", spec).status()).isEqualTo(200);
    assertThat(spec("web").labels()).containsEntry("a", "b");
  }

  @Test
  void everyWriteCountsTheVersionUp() {
    idle("web").execute();
    long first = version(m.services().inspect("web").version());
    m.services().update("web").label("a", "1").execute();
    long second = version(m.services().inspect("web").version());
    m.services().update("web").label("a", "2").execute();
    assertThat(second).isGreaterThan(first);
    assertThat(version(m.services().inspect("web").version())).isGreaterThan(second);
  }

  @Test
  void aWriteOfOneServiceLeavesTheOthersAlone() {
    idle("one").execute();
    sleeper("two").replicas(0).execute();
    JsonNode before = read("two");
    m.services().update("one").label("a", "1").execute();
    assertThat(read("two")).isEqualTo(before);
  }

  @Test
  void theTimeOfCreationStays() {
    idle("web").execute();
    JsonNode before = read("web");
    m.services().update("web").label("a", "1").execute();
    JsonNode after = read("web");
    assertThat(after.path("CreatedAt")).isEqualTo(before.path("CreatedAt"));
    assertThat(after.path("UpdatedAt").asText())
        .isGreaterThanOrEqualTo(before.path("UpdatedAt").asText());
    assertThat(after.path("ID")).isEqualTo(before.path("ID"));
  }

  @Test
  void whatWasWrittenIsReadAtOnce() {
    for (int i = 0; i < 5; i++) {
      idle("web" + i).label("n", "0").execute();
      assertThat(m.services().list().named("web" + i)).isPresent();
      m.services().update("web" + i).label("n", "1").execute();
      assertThat(spec("web" + i).labels()).containsEntry("n", "1");
    }
    m.services().remove("web0").execute();
    assertThat(m.services().list()).hasSize(4);
  }

  @Test
  void aServiceIsUpdatedByItsIdAndByItsBeginning() {
    String id = Objects.requireNonNull(idle("web").execute().id());
    m.services().update(id).label("a", "1").execute();
    m.services().update(id.substring(0, 20)).label("b", "1").execute();
    assertThat(spec("web").labels()).containsOnlyKeys("a", "b");
  }

  @Test
  void scalingIsNoRollout() {
    idle("web").execute();
    m.services().scale("web", 4).execute();
    Service service = m.services().inspect("web");
    assertThat(service.updateStatus()).isNull();
    until("four tasks wait", () -> m.tasks().list(q -> q.service("web")).size() == 4);
  }

  @Test
  void zeroReplicasHaveNoTasks() {
    idle("web").execute();
    until("one task waits", () -> m.tasks().list(q -> q.service("web")).size() == 1);
    m.services().scale("web", 0).execute();
    until("none does", () -> m.tasks().list(q -> q.service("web")).isEmpty());
  }

  @Test
  void variablesAreReplacedInTheirPlaceAndRemovedByName() {
    idle("web").env("B", "1").env("A", "1").env("C", "1").execute();
    m.services().update("web").env("A", "2").removeEnv("C").execute();
    assertThat(env("web")).containsExactly("B=1", "A=2");
  }

  @Test
  void labelsOfServiceAndContainerAreTwoThings() {
    idle("web").label("of", "service").execute();
    m.services().update("web").containerLabel("of", "container").execute();
    assertThat(read("web").at("/Spec/Labels/of").asText()).isEqualTo("service");
    assertThat(read("web").at("/Spec/TaskTemplate/ContainerSpec/Labels/of").asText())
        .isEqualTo("container");
  }

  @Test
  void aNameIsFreeAsSoonAsItsServiceIsRemoved() {
    String first = idle("web").execute().id();
    m.services().remove("web").execute();
    refusal(NotFoundException.class, () -> m.services().inspect("web"));
    assertThat(idle("web").execute().id()).isNotEqualTo(first);
  }

  @Test
  void aPortIsFreeAsSoonAsItsServiceIsRemoved() {
    idle("one").publish(8090, 80).execute();
    until("one has its port", () -> ports("one").contains(8090));
    refusal(InvalidRequestException.class, () -> idle("two").publish(8090, 80).execute());
    m.services().remove("one").execute();
    idle("two").publish(8090, 80).execute();
    until("two has its port", () -> ports("two").contains(8090));
  }

  private List<@Nullable Integer> ports(String service) {
    return Objects.requireNonNull(m.services().inspect(service).endpoint()).ports().stream()
        .map(port -> port.publishedPort())
        .toList();
  }

  @Test
  void aPortIsTakenOncePerProtocol() {
    idle("tcp").publish(8091, 80).execute();
    idle("udp").publish("8091:80/udp").execute();
    assertThat(m.services().list()).hasSize(2);
  }

  @Test
  void aPortOfHostsIsTakenByAsManyServicesAsThereAre() {
    idle("one").publish(p -> p.target(80).published(8092).host()).execute();
    idle("two").publish(p -> p.target(80).published(8092).host()).execute();
    assertThat(m.services().list()).hasSize(2);
  }

  @Test
  void aPortMovesByAnUpdate() {
    idle("web").publish(8093, 80).execute();
    until("there is a port", () -> ports("web").contains(8093));
    m.services().update("web").unpublish(80).publish(8094, 80).execute();
    until("it has moved", () -> ports("web").equals(List.of(8094)));
    idle("other").publish(8093, 80).execute();
  }

  @Test
  void anAddressStaysThroughAnUpdate() {
    m.networks().create("front").execute();
    idle("web").network("front").execute();
    until("there is an address", () -> read("web").at("/Endpoint/VirtualIPs/0/Addr").isTextual());
    JsonNode addresses = read("web").at("/Endpoint/VirtualIPs");
    m.services().update("web").env("A", "1").execute();
    assertThat(read("web").at("/Endpoint/VirtualIPs")).isEqualTo(addresses);
  }

  @Test
  void aSecretComesAndGoesByAnUpdate() {
    m.secrets().create("key").data("x").execute();
    idle("web").execute();
    m.services().update("web").secret("key").execute();
    assertThat(refusal(RefusedException.class, () -> m.secrets().remove("key")))
        .hasMessageContaining("web");
    m.services().update("web").removeSecret("key").execute();
    m.secrets().remove("key");
    assertThat(m.secrets().list()).isEmpty();
  }

  @Test
  void aServiceWithoutANameGetsOne() {
    JsonNode created =
        wire.post(
                "/services/create",
                "{'TaskTemplate':{'ContainerSpec':{'Image':'nginx:1.13'}},"
                    + "'Mode':{'Replicated':{'Replicas':0}}}")
            .expectSuccess()
            .json();
    assertThat(read(created.path("ID").asText()).at("/Spec/Name").asText()).isNotEmpty();
  }

  @Test
  void theLongestNameIsTaken() {
    String name = "x".repeat(63);
    idle(name).execute();
    assertThat(spec(name).name()).isEqualTo(name);
  }

  @Test
  void anUnknownImageIsTaken() {
    sleeper("later").image("no-such-image:1").replicas(0).execute();
    assertThat(read("later").at("/Spec/TaskTemplate/ContainerSpec/Image").asText())
        .isEqualTo("no-such-image:1");
  }
}
