package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RegistryCredentialsTest {
  private static final String HUB = "https://index.docker.io/v1/";
  private static final String SECRET = "hunter2";

  @TempDir Path dir;

  private @Nullable String login(String config, String registry) throws IOException {
    Files.writeString(dir.resolve("config.json"), config);
    return login(registry);
  }

  private @Nullable String login(String registry) {
    String header =
        new RegistryCredentials(
                dir.resolve("config.json"),
                new CredentialHelper(List.of(dir.resolve("none"), dir), Duration.ofSeconds(20)))
            .header(registry);
    return header == null
        ? null
        : new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
  }

  private void helper(String name, String script) throws IOException {
    Path file = dir.resolve("docker-credential-" + name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String auths(String registry, String entry) {
    return "{\"auths\":{\"" + registry + "\":" + entry + "}}";
  }

  private static String auth(String registry, String pair) {
    return auths(registry, "{\"auth\":\"" + base64(pair) + "\"}");
  }

  private static String user(String registry) {
    return "{\"username\":\"me\",\"password\":\"hunter2\",\"serveraddress\":\"" + registry + "\"}";
  }

  @Test
  void withoutAConfigurationThereIsNoLogin() {
    assertThat(login("r.io")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "r.io, r.io",
    "r.io:5000, r.io:5000",
    "https://index.docker.io/v1/, https://index.docker.io/v1/",
    "https://r.io, r.io",
    "http://r.io, r.io",
    "https://r.io/v1/, r.io",
    "https://r.io:5000/v2/, r.io:5000",
    "r.io/, r.io",
  })
  void aLoginIsFoundByItsRegistry(String stored, String asked) throws IOException {
    assertThat(login(auth(stored, "me:hunter2"), asked)).isEqualTo(user(asked));
  }

  @ParameterizedTest
  @CsvSource({
    "r.io, r.io:5000",
    "r.io:5000, r.io",
    "r.io, x.r.io",
    "x.r.io, r.io",
    "r.io, r.io.evil.com",
    "r.io.evil.com, r.io",
    "https://evil.com/r.io, r.io",
    "https://r.io@evil.com/v1/, r.io",
    "docker.io, https://index.docker.io/v1/",
    "index.docker.io, https://index.docker.io/v1/",
    "https://index.docker.io/v1/, registry-1.docker.io",
    "R.io, r.io",
  })
  void aLoginGoesToNoOtherRegistry(String stored, String asked) throws IOException {
    assertThat(login(auth(stored, "me:hunter2"), asked)).isNull();
  }

  @Test
  void theExactNameGoesBeforeAnOldOne() throws IOException {
    String config =
        "{\"auths\":{\"https://r.io/v1/\":{\"auth\":\""
            + base64("old:x")
            + "\"},\"r.io\":{\"auth\":\""
            + base64("me:hunter2")
            + "\"}}}";
    assertThat(login(config, "r.io")).isEqualTo(user("r.io"));
  }

  @Test
  void aPasswordMayHaveColonsAndPadding() throws IOException {
    assertThat(login(auth("r.io", "me:a:b:\0\0"), "r.io"))
        .isEqualTo("{\"username\":\"me\",\"password\":\"a:b:\",\"serveraddress\":\"r.io\"}");
  }

  @Test
  void tokensGoBeforePasswords() throws IOException {
    assertThat(login(auths("r.io", "{\"auth\":\"bWU6eA==\",\"identitytoken\":\"T\"}"), "r.io"))
        .isEqualTo("{\"serveraddress\":\"r.io\",\"identitytoken\":\"T\"}");
    assertThat(login(auths("r.io", "{\"registrytoken\":\"T\"}"), "r.io"))
        .isEqualTo("{\"serveraddress\":\"r.io\",\"registrytoken\":\"T\"}");
    assertThat(login(auths("r.io", "{\"username\":\"me\",\"password\":\"hunter2\"}"), "r.io"))
        .isEqualTo(user("r.io"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"auths\":{}}",
        "{\"auths\":null}",
        "{\"auths\":{\"r.io\":{}}}",
        "{\"auths\":{\"r.io\":null}}",
        "{\"auths\":{\"r.io\":{\"auth\":\"\"}}}",
        "{\"credsStore\":\"\"}",
        "{\"credsStore\":null}",
        "{\"credHelpers\":{\"x.io\":\"fake\"}}",
        "{\"auths\":{\"r.io\":{\"username\":\"me\"}}}",
        "{\"HttpHeaders\":{\"a\":\"b\"},\"future\":[1]}"
      })
  void aConfigurationMayHaveNoLogin(String config) throws IOException {
    assertThat(login(config, "r.io")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "[\"hunter2\"]",
        "{\"auths\":{\"r.io\":{\"auth\":\"hunter2!\"}}}",
        "{\"auths\":{\"r.io\":{\"auth\":[\"hunter2\"]}}}",
        "{\"auths\":{\"r.io\":{\"auth\":\"aHVudGVyMg==\"}}}",
        "{\"auths\":{\"r.io\":{\"auth\":\"Omh1bnRlcjI=\"}}}",
        "{\"auths\":{\"r.io\":{\"identitytoken\":{\"a\":\"hunter2\"}}}}",
        "{\"auths\":{\"r.io\":{\"auth\":\"hunter2",
        "{\"credsStore\":[\"hunter2\"]}",
        "{\"credsStore\":{\"hunter2\":1}}",
        "{\"credHelpers\":{\"r.io\":7}}",
        "{\"credsStore\":\"../hunter2\"}",
        "{\"credsStore\":\"a b\"}",
        "{\"credsStore\":\"x;touch hunter2\"}",
        "{\"credsStore\":\"$(hunter2)\"}",
        "{\"credsStore\":\"missing\"}",
        "{\"credHelpers\":{\"r.io\":\"a/b\"}}"
      })
  void whatCannotBeReadIsNoLackOfALogin(String config) {
    assertThatThrownBy(() -> login(config, "r.io"))
        .isExactlyInstanceOf(SwarmException.class)
        .hasMessageStartingWith("login at r.io failed: ")
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }

  @Test
  void aHelperIsAskedForTheRegistry() throws IOException {
    helper("fake", "read r; echo \"{\\\"Username\\\":\\\"me\\\",\\\"Secret\\\":\\\"$1-$r\\\"}\"");
    assertThat(login("{\"credsStore\":\"fake\"}", HUB))
        .contains("\"password\":\"get-" + HUB + "\"");
  }

  @Test
  void theHelperOfARegistryGoesBeforeTheStoreAndBothBeforeTheFile() throws IOException {
    helper("own", "echo '{\"Username\":\"own\",\"Secret\":\"x\"}'");
    helper("all", "echo '{\"Username\":\"all\",\"Secret\":\"x\"}'");
    String config =
        "{\"auths\":{\"r.io\":{\"auth\":\""
            + base64("file:x")
            + "\"}},\"credHelpers\":{\"r.io\":\"own\"},\"credsStore\":\"all\"}";
    assertThat(login(config, "r.io")).contains("\"username\":\"own\"");
    assertThat(login(config, "x.io")).contains("\"username\":\"all\"");
  }

  @Test
  void aTokenOfAHelperIsAnIdentityToken() throws IOException {
    helper("fake", "echo '{\"ServerURL\":\"x\",\"Username\":\"<token>\",\"Secret\":\"T\"}'");
    assertThat(login("{\"credsStore\":\"fake\"}", "r.io"))
        .isEqualTo("{\"serveraddress\":\"r.io\",\"identitytoken\":\"T\"}");
  }

  @Test
  void aHelperMayHaveNoLogin() throws IOException {
    helper("fake", "echo 'credentials not found in native keychain'; exit 1");
    assertThat(login("{\"credsStore\":\"fake\"}", "r.io")).isNull();
    helper("fake", "echo '{\"Username\":\"\",\"Secret\":\"\"}'");
    assertThat(login("{\"credsStore\":\"fake\"}", "r.io")).isNull();
  }

  @Test
  void whatAHelperWritesAsErrorsIsLeftOut() throws IOException {
    helper("fake", "echo warning >&2; echo '{\"Username\":\"me\",\"Secret\":\"hunter2\"}'");
    assertThat(login("{\"credsStore\":\"fake\"}", "r.io")).isEqualTo(user("r.io"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo hunter2; exit 1",
        "echo hunter2",
        "echo '[\"hunter2\"]'",
        "echo '{\"Secret\":\"hunter2\"}'",
        "exit 0",
        "echo '{\"Username\":\"me\",\"Secret\":[\"hunter2\"]}'",
        "echo hunter2 >&2; exit 3",
        "kill -9 $$",
        "while true; do echo hunter2hunter2hunter2hunter2hunter2hunter2hunter2hunter2; done"
      })
  void aHelperThatFailsIsNoLackOfALogin(String script) throws IOException {
    helper("fake", script);
    String config =
        "{\"auths\":{\"r.io\":{\"auth\":\""
            + base64("me:hunter2")
            + "\"}},\"credsStore\":\"fake\"}";
    assertThatThrownBy(() -> login(config, "r.io"))
        .isExactlyInstanceOf(SwarmException.class)
        .hasMessageStartingWith("login at r.io failed: docker-credential-fake ")
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }

  @Test
  void aHelperThatHangsIsKilledWithAllItStarted() throws IOException {
    Path started = dir.resolve("started");
    helper("fake", "sleep 300 & echo $! > " + started + "; wait");
    CredentialHelper helper = new CredentialHelper(List.of(dir), Duration.ofMillis(1500));
    assertThatThrownBy(() -> helper.get("fake", "r.io"))
        .isInstanceOf(SwarmException.class)
        .hasMessageContaining("took longer than 1500 ms");
    long child = Long.parseLong(Files.readString(started).strip());
    ProcessHandle.of(child).ifPresent(process -> process.onExit().join());
    assertThat(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void aHelperThatLeavesSomethingBehindDoesNotHangThis() throws IOException {
    helper("fake", "sleep 3 & echo '{\"Username\":\"me\",\"Secret\":\"hunter2\"}'");
    long before = System.nanoTime();
    assertThat(login("{\"credsStore\":\"fake\"}", "r.io")).isEqualTo(user("r.io"));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2900));
  }

  @Test
  void aLargeAnswerIsRead() throws IOException {
    helper(
        "fake",
        "printf '{\"Username\":\"me\",\"Secret\":\"'; head -c 500000 /dev/zero | tr '\\0' x; echo"
            + " '\"}'");
    assertThat(login("{\"credsStore\":\"fake\"}", "r.io")).hasSizeGreaterThan(500_000);
  }

  @Test
  void theConfigurationIsWhereDockerHasIt() {
    assertThat(RegistryCredentials.configFile(Map.of("DOCKER_CONFIG", "/x")))
        .isEqualTo(Path.of("/x/config.json"));
    assertThat(RegistryCredentials.configFile(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".docker", "config.json"));
    assertThat(RegistryCredentials.configFile(Map.of("DOCKER_CONFIG", "")))
        .endsWithRaw(Path.of(".docker", "config.json"));
  }

  @Test
  void anUnreadableOrHugeConfigurationIsAnError() throws IOException {
    Files.createDirectory(dir.resolve("config.json"));
    assertThatThrownBy(() -> login("r.io"))
        .isInstanceOf(SwarmException.class)
        .hasMessageContaining("cannot be opened");
    Files.delete(dir.resolve("config.json"));
    String huge = "{\"a\":\"" + "x".repeat(5 << 20) + "\"}";
    assertThatThrownBy(() -> login(huge, "r.io"))
        .isInstanceOf(SwarmException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void aUserAndAPasswordAreALogin() {
    String header = RegistryCredentials.of("r.io:5000/a/b:1", "me", SECRET);
    assertThat(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
        .isEqualTo(user("r.io:5000"));
    assertThatThrownBy(() -> RegistryCredentials.of("A//b", "me", SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(SECRET);
  }
}
