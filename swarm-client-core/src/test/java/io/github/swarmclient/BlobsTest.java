package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.Bytes;
import io.github.swarmclient.model.Config;
import io.github.swarmclient.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and configs. */
class BlobsTest {
  private static final String PASSWORD = "correct horse";
  private static final String BASE64 = "Y29ycmVjdCBob3JzZQ==";

  private final CannedEngine engine =
      new CannedEngine()
          .on("POST /secrets/create", 201, "{\"ID\":\"s1\"}")
          .on("POST /configs/create", 201, "{\"ID\":\"c1\"}");
  private final Secrets secrets = engine.client().secrets();
  private final Configs configs = engine.client().configs();

  @Test
  void aSecretIsMadeOfBytes() {
    byte[] data = PASSWORD.getBytes(StandardCharsets.UTF_8);
    SecretCreate create = secrets.create("db.password").data(data);
    data[0] = 'X';
    assertThat(create.execute().id()).isEqualTo("s1");
    assertThat(engine.sent())
        .hasToString(
            "[POST /secrets/create {\"Name\":\"db.password\",\"Data\":\"" + BASE64 + "\"}]");
  }

  @Test
  void aSecretHasLabelsAndATemplate() {
    secrets
        .create("db")
        .data(PASSWORD)
        .label("team", "blue")
        .label("tier", "")
        .template("golang")
        .execute();
    assertThat(engine.last().body())
        .isEqualTo(
            "{\"Name\":\"db\",\"Labels\":{\"team\":\"blue\",\"tier\":\"\"},\"Data\":\""
                + BASE64
                + "\",\"Templating\":{\"Name\":\"golang\"}}");
  }

  @Test
  void aSecretOfADriverHasNoContentOfItsOwn() {
    secrets.create("db").driver("vault", Map.of("path", "kv/db")).execute();
    assertThat(engine.last().body())
        .isEqualTo(
            "{\"Name\":\"db\",\"Driver\":{\"Name\":\"vault\",\"Options\":{\"path\":\"kv/db\"}}}");
  }

  @Test
  void filesAndStreamsAreReadAtTheEnding(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("nginx.conf");
    ConfigCreate create = configs.create("nginx.conf").file(file);
    Files.writeString(file, PASSWORD);
    assertThat(create.execute().id()).isEqualTo("c1");
    String expected = "POST /configs/create {\"Name\":\"nginx.conf\",\"Data\":\"" + BASE64 + "\"}";
    assertThat(engine.last()).hasToString(expected);
    try (InputStream in = new ByteArrayInputStream(PASSWORD.getBytes(StandardCharsets.UTF_8))) {
      configs.create("nginx.conf").stream(in).execute();
    }
    assertThat(engine.last()).hasToString(expected);
    assertThatThrownBy(() -> configs.create("c").file(folder.resolve("none")).execute())
        .isInstanceOf(SwarmException.class)
        .hasMessageContaining("config create of c failed")
        .hasMessageContaining("none");
  }

  @ParameterizedTest
  @CsvSource({"1", "511999"})
  void aSecretOfAllowedSizeIsSent(int size) {
    secrets.create("s").data("x".repeat(size)).execute();
    String data =
        Base64.getEncoder().encodeToString("x".repeat(size).getBytes(StandardCharsets.UTF_8));
    assertThat(engine.last().body()).contains(data);
  }

  @Test
  void whatIsEmptyOrTooLargeIsNotSentAndNotShown() {
    assertThatThrownBy(() -> secrets.create("s").execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "secret create of s failed: the data has 0 bytes, expected 1 to 511999; nothing was"
                + " sent");
    assertThatThrownBy(() -> secrets.create("s").data("hush ".repeat(102_400)).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("512000 or more bytes")
        .hasMessageNotContaining("hush");
    configs.create("c").data("x".repeat(1_023_999)).execute();
    assertThatThrownBy(() -> configs.create("c").data("x".repeat(1_024_000)).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 to 1023999");
    assertThat(engine.sent()).hasSize(1);
  }

  @Test
  void anEndlessStreamIsReadNoFurtherThanNeeded() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            return length;
          }
        };
    assertThatThrownBy(() -> secrets.create("s").stream(endless).execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("512000 or more bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a.", "a b", "a/b", "ä", "a\n"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> secrets.create(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no name of a secret")
        .hasMessageContaining("nothing was sent");
    assertThatThrownBy(() -> configs.create(name)).hasMessageContaining("is no name of a config");
  }

  @Test
  void namesHaveUpTo64Characters() {
    secrets.create("a".repeat(64)).data("x").execute();
    assertThatThrownBy(() -> secrets.create("a".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatIsTakenIsAConflictWithoutTheContent() {
    CannedEngine taken =
        new CannedEngine()
            .refuses(
                "POST /secrets/create",
                409,
                "rpc error: code = AlreadyExists desc = secret db already exists");
    assertThatThrownBy(() -> taken.client().secrets().create("db").data(PASSWORD).execute())
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("secret create of db failed: secret db already exists")
        .hasMessageNotContaining(PASSWORD)
        .hasMessageNotContaining(BASE64);
  }

  @Test
  void listsAreFiltered() {
    engine
        .on("GET /secrets", 200, "[{\"ID\":\"s1\",\"Spec\":{\"Name\":\"db\"}}]")
        .on("GET /configs", 200, "null");
    assertThat(secrets.list()).extracting(Secret::id).containsExactly("s1");
    assertThat(engine.last()).hasToString("GET /secrets");
    secrets.list(q -> q.name("d").id("s").label("team").label("tier", "1"));
    assertThat(engine.last())
        .hasToString(
            "GET /secrets?filters=%7B%22name%22:%5B%22d%22%5D,%22id%22:%5B%22s%22%5D,"
                + "%22label%22:%5B%22team%22,%22tier=1%22%5D%7D");
    assertThat(configs.list()).isEmpty();
  }

  @Test
  void aConfigComesWithItsContentWhichItDoesNotShow() {
    engine.on(
        "GET /configs/nginx.conf",
        200,
        "{\"ID\":\"c1\",\"Spec\":{\"Name\":\"nginx.conf\",\"Data\":\"" + BASE64 + "\"}}");
    Config config = configs.inspect("nginx.conf");
    assertThat(Objects.requireNonNull(config.spec()).data()).isEqualTo(Bytes.ofUtf8(PASSWORD));
    assertThat(config.toString()).doesNotContain(PASSWORD).doesNotContain(BASE64);
    assertThatThrownBy(() -> configs.inspect("other")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> configs.inspect(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("config inspect of");
  }

  @Test
  void labelsOfASecretAreChangedWithoutItsContent() {
    engine
        .on(
            "GET /secrets/db",
            200,
            "{\"ID\":\"s1\",\"Version\":{\"Index\":7},\"Spec\":{\"Name\":\"db\",\"Labels\":{\"a\":"
                + "\"1\",\"b\":\"2\"},\"FutureField\":3}}")
        .on("POST /secrets/s1/update", 200, "");
    secrets.update("db").label("c", "3").removeLabel("a").execute();
    assertThat(engine.sent())
        .hasToString(
            "[GET /secrets/db, POST /secrets/s1/update?version=7 {\"Name\":\"db\",\"Labels\":"
                + "{\"b\":\"2\",\"c\":\"3\"},\"FutureField\":3}, GET /secrets/db]");
  }

  @Test
  void labelsOfAConfigAreChangedWithItsContentAsItWas() {
    engine
        .on(
            "GET /configs/c",
            200,
            "{\"ID\":\"c1\",\"Version\":{\"Index\":18446744073709551615},\"Spec\":{\"Name\":\"c\","
                + "\"Labels\":{},\"Data\":\""
                + BASE64
                + "\"}}")
        .on("POST /configs/c1/update", 200, "");
    configs.update("c").label("a", "1").execute();
    assertThat(engine.sent().get(1))
        .hasToString(
            "POST /configs/c1/update?version=18446744073709551615 {\"Name\":\"c\",\"Labels\":"
                + "{\"a\":\"1\"},\"Data\":\""
                + BASE64
                + "\"}");
  }

  @Test
  void labelsThatAreThereAlreadyAreNotWritten() {
    engine.on(
        "GET /secrets/db",
        200,
        "{\"ID\":\"s1\",\"Version\":{\"Index\":7},\"Spec\":{\"Name\":\"db\",\"Labels\":{\"a\":\"1\"}}}");
    secrets.update("db").label("a", "1").removeLabel("b").execute();
    assertThat(engine.sent()).hasToString("[GET /secrets/db]");
  }

  @Test
  void anUpdateIsMadeAnewOnWhatOthersLeft() {
    engine
        .on(
            "GET /secrets/db",
            200,
            "{\"ID\":\"s1\",\"Version\":{\"Index\":7},\"Spec\":{\"Name\":\"db\"}}")
        .on(
            "GET /secrets/db",
            200,
            "{\"ID\":\"s1\",\"Version\":{\"Index\":9},\"Spec\":{\"Name\":\"db\",\"Labels\":{\"z\":\"9\"}}}")
        .refuses(
            "POST /secrets/s1/update",
            500,
            "rpc error: code = Unknown desc = update out of sequence")
        .on("POST /secrets/s1/update", 200, "");
    secrets.update("db").label("a", "1").execute();
    List<CannedEngine.Sent> sent = engine.sent();
    assertThat(sent.get(3))
        .hasToString(
            "POST /secrets/s1/update?version=9 {\"Name\":\"db\",\"Labels\":{\"z\":\"9\",\"a\":\"1\"}}");
  }

  @Test
  void whatAServiceUsesIsNotRemoved() {
    engine
        .on("DELETE /secrets/old", 204, "")
        .refuses(
            "DELETE /configs/c",
            400,
            "rpc error: code = InvalidArgument desc = config 'c' is in use by the following"
                + " service: my_web");
    secrets.remove("old");
    assertThat(engine.last()).hasToString("DELETE /secrets/old");
    assertThatThrownBy(() -> configs.remove("c"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("config removal of c failed")
        .hasMessageContaining("my_web");
  }
}
