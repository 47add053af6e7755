package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.swarmclient.internal.json.Json;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is logged by accident shows no secret. */
class SecretsTest {
  private static final String SECRET = "s3cr3t";
  private static final Bytes SECRET_BYTES = Bytes.ofUtf8(SECRET);

  private static final Pattern SECRETIVE =
      Pattern.compile(
          "(?i)(env|options|driveropts|data|password|auth|.*token|.*unlockkey|signingcakey)");

  private static final Map<String, String> VALUES =
      Map.of(
          "class java.lang.String",
          "\"s3cr3t\"",
          "class " + Bytes.class.getName(),
          "\"czNjcjN0\"",
          "java.util.List<java.lang.String>",
          "[\"PASSWORD=s3cr3t\"]",
          "java.util.Map<java.lang.String, java.lang.String>",
          "{\"password\":\"s3cr3t\"}");

  static List<WireObject> secretive() {
    return List.of(
        JoinTokens.builder().worker(SECRET).manager(SECRET).build(),
        SwarmJoinRequest.builder().joinToken(SECRET).build(),
        UnlockKey.builder().unlockKey(SECRET).build(),
        UnlockRequest.builder().unlockKey(SECRET).build(),
        CaConfig.builder().signingCaCert(SECRET).signingCaKey(SECRET).build(),
        SecretSpec.builder().data(SECRET_BYTES).build(),
        ConfigSpec.builder().data(SECRET_BYTES).build(),
        RegistryAuth.builder()
            .password(SECRET)
            .auth(SECRET)
            .identityToken(SECRET)
            .registryToken(SECRET)
            .build(),
        AuthResponse.builder().identityToken(SECRET).build(),
        SeccompOpts.builder().profile(SECRET_BYTES).build(),
        ServiceSpec.builder().putUnknownField("Password", TextNode.valueOf(SECRET)).build(),
        Swarm.builder().joinTokens(JoinTokens.builder().worker(SECRET).build()).build());
  }

  @ParameterizedTest
  @MethodSource("secretive")
  void aSecretIsNotShown(WireObject object) {
    assertThat(object.toString()).doesNotContain(SECRET);
  }

  /** Members in which people put passwords, whatever the model. */
  static Stream<Arguments> secretByName() {
    return Models.wireObjects().stream()
        // Options of name resolution are words such as "rotate", and no driver's.
        .filter(model -> model != DnsConfig.class)
        .flatMap(
            model ->
                Models.members(model).entrySet().stream()
                    .filter(m -> SECRETIVE.matcher(m.getKey()).matches())
                    .filter(m -> VALUES.containsKey(m.getValue().getGenericReturnType().toString()))
                    .map(m -> Arguments.of(model, m.getKey(), m.getValue())));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("secretByName")
  void aMemberOfSuchANameIsNotShown(Class<? extends WireObject> model, String name, Method member)
      throws Exception {
    String value = VALUES.get(member.getGenericReturnType().toString());
    WireObject object = Json.MAPPER.readValue("{\"" + name + "\":" + value + "}", model);
    assertThat(Json.MAPPER.writeValueAsString(object)).contains(value);
    assertThat(member.invoke(object)).isNotNull();
    assertThat(object.toString()).doesNotContain(SECRET);
  }

  @Test
  void suchMembersAreInManyModels() {
    assertThat(secretByName())
        .extracting(row -> ((Class<?>) row.get()[0]).getSimpleName() + "." + row.get()[1])
        .contains("ContainerSpec.Env", "Driver.Options", "VolumeDriver.Options", "SecretSpec.Data")
        .hasSizeGreaterThan(20);
  }

  @Test
  void whatIsNoSecretIsShown() {
    assertThat(SecretSpec.builder().name("db").data(SECRET_BYTES).build().toString())
        .contains("db");
    assertThat(SECRET_BYTES.toString()).isEqualTo("6 bytes");
  }
}
