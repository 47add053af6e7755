package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.ServiceSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets and configs as files of a service. */
class ServiceFilesTest {
  private static final String FILTER_DB = "/secrets?filters=%7B%22name%22:%5B%22db%22%5D%7D";

  private final CannedEngine engine =
      new CannedEngine()
          .on("POST /services/create", 201, "{\"ID\":\"w1\"}")
          .on(
              "GET /secrets",
              200,
              "[{\"ID\":\"s0\",\"Spec\":{\"Name\":\"db.old\"}},"
                  + "{\"ID\":\"s1\",\"Spec\":{\"Name\":\"db\"}}]")
          .on("GET /configs", 200, "[{\"ID\":\"c1\",\"Spec\":{\"Name\":\"site.conf\"}}]");
  private final Services services = engine.client().services();

  private String container(CannedEngine.Sent sent) {
    return sent.body().replaceFirst(".*\"ContainerSpec\":", "");
  }

  @Test
  void namesBecomeIdsAtTheEnding() {
    services.create("web").image("nginx").secret("db").config("site.conf").execute();
    assertThat(engine.sent())
        .extracting(sent -> sent.method() + " " + sent.target())
        .containsExactly(
            "GET " + FILTER_DB,
            "GET /configs?filters=%7B%22name%22:%5B%22site.conf%22%5D%7D",
            "POST /services/create");
    assertThat(container(engine.last()))
        .contains(
            "\"Secrets\":[{\"File\":{\"Name\":\"db\",\"UID\":\"0\",\"GID\":\"0\",\"Mode\":292},"
                + "\"SecretID\":\"s1\",\"SecretName\":\"db\"}]")
        .contains(
            "\"Configs\":[{\"File\":{\"Name\":\"site.conf\",\"UID\":\"0\",\"GID\":\"0\","
                + "\"Mode\":292},\"ConfigID\":\"c1\",\"ConfigName\":\"site.conf\"}]");
  }

  @Test
  void filesHaveAPlaceAnOwnerAndPermissions() {
    services
        .create("web")
        .image("nginx")
        .secret("db", f -> f.target("/etc/db/password").uid(33).gid(44).mode(0400))
        .execute();
    assertThat(container(engine.last()))
        .contains(
            "{\"File\":{\"Name\":\"/etc/db/password\",\"UID\":\"33\",\"GID\":\"44\",\"Mode\":256},"
                + "\"SecretID\":\"s1\",\"SecretName\":\"db\"}");
  }

  @Test
  void aDecimalModeIsRefused() {
    assertThatThrownBy(() -> services.create("web").secret("db", f -> f.mode(777)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 0 to 0777");
  }

  @Test
  void whatIsNotThereIsNamedBeforeAnythingIsChanged() {
    engine.on("GET /secrets", 200, "[{\"ID\":\"s9\",\"Spec\":{\"Name\":\"password.old\"}}]");
    ServiceCreate create = services.create("web").image("nginx").secret("db").secret("key");
    assertThatThrownBy(create::execute)
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("service create of web failed: secret not found: key");
    assertThat(engine.sent()).noneMatch(sent -> sent.method().equals("POST"));
  }

  @Test
  void oneFileCannotBeTwoSecrets() {
    ServiceCreate create =
        services.create("web").image("nginx").secret("db").secret("key", f -> f.target("db"));
    assertThatThrownBy(create::execute)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the file db cannot be key: it is db already; remove that first, or name another"
                + " target");
    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void oneSecretCanBeTwoFilesAndIsLookedUpOnce() {
    services.create("web").image("nginx").secret("db").secret("db", f -> f.target("b")).execute();
    assertThat(engine.sent()).hasSize(2);
    assertThat(container(engine.last())).containsPattern("\"Name\":\"db\".*\"Name\":\"b\"");
  }

  @Test
  void aSpecIsShownWithoutAskingAnyone() {
    ServiceSpec spec = services.create("web").image("nginx").secret("db").toSpec();
    assertThat(spec.toString()).contains("secretId=null, secretName=db");
    assertThat(engine.sent()).isEmpty();
  }

  @Test
  void aSecretIsRotatedInPlace() {
    engine
        .on(
            "GET /services/web",
            200,
            "{\"ID\":\"w1\",\"Version\":{\"Index\":5},\"Spec\":{\"Name\":\"web\",\"TaskTemplate\":"
                + "{\"ContainerSpec\":{\"Image\":\"nginx\",\"Secrets\":[{\"File\":{\"Name\":"
                + "\"password\",\"UID\":\"0\",\"GID\":\"0\",\"Mode\":292},\"SecretID\":\"s0\","
                + "\"SecretName\":\"db.old\"}]}}}}")
        .on("POST /services/w1/update", 200, "{}");
    services.update("web").removeSecret("db.old").secret("db", f -> f.target("password")).execute();
    assertThat(engine.sent())
        .extracting(sent -> sent.method() + " " + sent.target())
        .isEqualTo(
            List.of("GET /services/web", "GET " + FILTER_DB, "POST /services/w1/update?version=5"));
    assertThat(container(engine.last()))
        .contains(
            "\"Secrets\":[{\"File\":{\"Name\":\"password\",\"UID\":\"0\",\"GID\":\"0\","
                + "\"Mode\":292},\"SecretID\":\"s1\",\"SecretName\":\"db\"}]");
  }

  @Test
  void whatHasIdsAlreadyIsNotLookedUp() {
    engine
        .on(
            "GET /services/web",
            200,
            "{\"ID\":\"w1\",\"Version\":{\"Index\":5},\"Spec\":{\"Name\":\"web\",\"TaskTemplate\":"
                + "{\"ContainerSpec\":{\"Image\":\"nginx\",\"Configs\":[{\"Runtime\":{},"
                + "\"ConfigID\":\"c1\",\"ConfigName\":\"cred\"}],\"Secrets\":[{\"File\":{\"Name\":"
                + "\"db\"},\"SecretID\":\"s0\",\"SecretName\":\"db\"}]}}}}")
        .on("POST /services/w1/update", 200, "{}");
    services.update("web").removeConfig("other").env("A", "1").execute();
    assertThat(engine.sent()).hasSize(2);
    assertThat(container(engine.last()))
        .contains("{\"Runtime\":{},\"ConfigID\":\"c1\",\"ConfigName\":\"cred\"}")
        .contains("{\"File\":{\"Name\":\"db\"},\"SecretID\":\"s0\",\"SecretName\":\"db\"}");
  }

  private static String file(String name, String target, String owner, String group, int mode) {
    return String.format(
        "{\"File\":{\"Name\":\"%s\",\"UID\":\"%s\",\"GID\":\"%s\",\"Mode\":%d},"
            + "\"SecretName\":\"%s\"}",
        target, owner, group, mode, name);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("db", file("db", "db", "0", "0", 0444)),
        Arguments.of("source=db", file("db", "db", "0", "0", 0444)),
        Arguments.of("src=db,target=/etc/x", file("db", "/etc/x", "0", "0", 0444)),
        Arguments.of("target=x,SOURCE=db,Mode=0400", file("db", "x", "0", "0", 0400)),
        Arguments.of("source=db,uid=33,gid=44,mode=0o640", file("db", "db", "33", "44", 0640)),
        Arguments.of("source=db,mode=0", file("db", "db", "0", "0", 0)),
        Arguments.of("source=db,mode=00777", file("db", "db", "0", "0", 0777)),
        Arguments.of("source=a,source=db", file("db", "db", "0", "0", 0444)),
        Arguments.of("source=db,\"target=a,b\"", file("db", "a,b", "0", "0", 0444)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void secretsAndConfigsAreSaidAsOnTheCommandLine(String text, String wanted) {
    ServiceCreate web = services.create("web").image("nginx").secret(text).config(text);
    var container = Wire.of(web.toSpec()).at("/TaskTemplate/ContainerSpec");
    assertThat(container.get("Secrets")).hasToString("[" + wanted + "]");
    assertThat(container.get("Configs"))
        .hasToString("[" + wanted.replace("SecretName", "ConfigName") + "]");
  }

  @Test
  void anUpdateTakesTheSameTexts() {
    engine
        .on(
            "GET /services/web",
            200,
            "{\"ID\":\"w1\",\"Version\":{\"Index\":5},\"Spec\":{\"Name\":\"web\","
                + "\"TaskTemplate\":{\"ContainerSpec\":{\"Image\":\"nginx\"}}}}")
        .on("POST /services/w1/update", 200, "{}");
    services.update("web").secret("source=db,target=password,mode=0400").execute();
    assertThat(container(engine.last()))
        .contains(
            "\"Secrets\":[{\"File\":{\"Name\":\"password\",\"UID\":\"0\",\"GID\":\"0\","
                + "\"Mode\":256},\"SecretID\":\"s1\",\"SecretName\":\"db\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          target=x             | source is missing
          source=              | source has no value
          source=db,x          | the key "x" is unknown
          source=db,size=1     | the key "size" is unknown
          source=db,uid=root   | uid "root" is not a whole number
          source=db,gid=-1     | gid "-1" is not 0 or more
          source=db,mode=444   | mode "444" is not octal with a leading 0, from 0000 to 0777
          source=db,mode=292   | mode "292" is not octal with a leading 0
          source=db,mode=0x124 | mode "0x124" is not octal
          source=db,mode=0o    | mode "0o" is not octal
          source=db,mode=0888  | mode "0888" is not octal
          source=db,mode=01777 | mode "01777" is not octal
          source=db,mode=      | mode has no value
          """)
  void whatIsWrongWithAFileIsNamed(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> services.create("web").secret(text))
        .withMessageStartingWith("secret \"" + text + "\" is malformed: " + why)
        .withMessageEndingWith(
            "; expected a secret's name, or"
                + " source=db[,target=password][,uid=33][,gid=33][,mode=0400]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> services.create("web").config(text))
        .withMessageStartingWith("config \"" + text + "\" is malformed: " + why);
  }
}
