package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Credential specs of Windows containers, of which those in configs need a reference besides. */
class CredentialSpecTest {
  private static final String OLD = "{\"Runtime\":{},\"ConfigID\":\"c0\",\"ConfigName\":\"old\"}";
  private static final String FILE =
      "{\"File\":{\"Name\":\"/f\",\"UID\":\"0\",\"GID\":\"0\",\"Mode\":292},\"ConfigID\":\"c1\","
          + "\"ConfigName\":\"gmsa\"}";
  private static final String NEW = "{\"Runtime\":{},\"ConfigID\":\"c1\",\"ConfigName\":\"gmsa\"}";

  private final CannedEngine engine =
      new CannedEngine()
          .on("POST /services/create", 201, "{\"ID\":\"w1\"}")
          .on("POST /services/w1/update", 200, "{}")
          .on(
              "GET /configs",
              200,
              "[{\"ID\":\"c9\",\"Spec\":{\"Name\":\"gmsa.old\"}},"
                  + "{\"ID\":\"c1\",\"Spec\":{\"Name\":\"gmsa\"}}]");
  private final Services services = engine.client().services();

  private JsonNode sent() {
    return Wire.json(engine.last().body()).at("/TaskTemplate/ContainerSpec");
  }

  /** Returns what an update makes of a service whose credential spec is the config "old". */
  private JsonNode update(UnaryOperator<ServiceUpdate> change) {
    engine.on(
        "GET /services/web",
        200,
        "{\"ID\":\"w1\",\"Version\":{\"Index\":5},\"Spec\":{\"Name\":\"web\",\"TaskTemplate\":"
            + "{\"ContainerSpec\":{\"Image\":\"iis\",\"Privileges\":{\"CredentialSpec\":"
            + "{\"Config\":\"c0\"}},\"Configs\":["
            + OLD
            + ","
            + FILE
            + "]}}}}");
    change.apply(services.update("web")).execute();
    return sent();
  }

  @Test
  void aConfigIsNamedAndSentByItsIdAndReferredTo() {
    services.create("web").image("iis").credentialSpec("config://gmsa").execute();
    assertThat(sent().at("/Privileges/CredentialSpec")).hasToString("{\"Config\":\"c1\"}");
    assertThat(sent().get("Configs")).hasToString("[" + NEW + "]");
  }

  @Test
  void theTypedFormSaysTheSame() {
    services.create("web").image("iis").credentialSpec(c -> c.config("gmsa")).execute();
    assertThat(sent().at("/Privileges/CredentialSpec")).hasToString("{\"Config\":\"c1\"}");
    assertThat(sent().get("Configs")).hasToString("[" + NEW + "]");
  }

  @Test
  void oneConfigCanBeAFileToo() {
    services
        .create("web")
        .image("iis")
        .config("gmsa", f -> f.target("/f"))
        .credentialSpec("config://gmsa")
        .execute();
    assertThat(sent().get("Configs")).hasToString("[" + FILE + "," + NEW + "]");
  }

  @Test
  void aConfigThatIsNotThereIsNamedBeforeAnythingIsMade() {
    assertThatThrownBy(
            () -> services.create("web").image("iis").credentialSpec("config://no").execute())
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("config not found: no");
    assertThat(engine.sent()).hasSize(1);
  }

  @Test
  void anotherConfigTakesThePlaceOfTheOld() {
    JsonNode sent = update(u -> u.credentialSpec("config://gmsa"));
    assertThat(sent.at("/Privileges/CredentialSpec")).hasToString("{\"Config\":\"c1\"}");
    assertThat(sent.get("Configs")).hasToString("[" + FILE + "," + NEW + "]");
  }

  @Test
  void theSameConfigAgainChangesNothing() {
    JsonNode sent = update(u -> u.credentialSpec("config://old"));
    assertThat(sent.at("/Privileges/CredentialSpec")).hasToString("{\"Config\":\"c0\"}");
    assertThat(sent.get("Configs")).hasToString("[" + OLD + "," + FILE + "]");
    assertThat(engine.sent()).hasSize(2);
  }

  @Test
  void aFileOrNothingTakesTheReferenceAlong() {
    JsonNode file = update(u -> u.credentialSpec("file://a.json"));
    assertThat(file.at("/Privileges/CredentialSpec")).hasToString("{\"File\":\"a.json\"}");
    assertThat(file.get("Configs")).hasToString("[" + FILE + "]");
    JsonNode none = update(u -> u.credentialSpec(""));
    assertThat(none.at("/Privileges/CredentialSpec").isMissingNode()).isTrue();
    assertThat(none.get("Configs")).hasToString("[" + FILE + "]");
  }

  @Test
  void removingTheConfigAsAFileLeavesTheCredentials() {
    JsonNode sent = update(u -> u.removeConfig("old").removeConfig("gmsa").env("A", "1"));
    assertThat(sent.at("/Privileges/CredentialSpec")).hasToString("{\"Config\":\"c0\"}");
    assertThat(sent.get("Configs")).hasToString("[" + OLD + "]");
  }

  @Test
  void itIsInOnePlace() {
    ServiceCreate web = services.create("web");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> web.credentialSpec(c -> c.file("a").registry("b")))
        .withMessage("a credential spec is one of config, file and registry, and here are 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> web.credentialSpec(c -> c))
        .withMessageEndingWith("and here are 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> web.credentialSpec("config://a/b"))
        .withMessageStartingWith("\"a/b\" is no name of a config");
  }
}
