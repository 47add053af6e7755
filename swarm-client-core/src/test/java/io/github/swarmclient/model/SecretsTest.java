package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is logged by accident shows no secret. */
class SecretsTest {
  private static final String SECRET = "s3cr3t";
  private static final Bytes SECRET_BYTES = Bytes.ofUtf8(SECRET);

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

  @Test
  void whatIsNoSecretIsShown() {
    assertThat(SecretSpec.builder().name("db").data(SECRET_BYTES).build().toString())
        .contains("db");
    assertThat(SECRET_BYTES.toString()).isEqualTo("6 bytes");
  }
}
