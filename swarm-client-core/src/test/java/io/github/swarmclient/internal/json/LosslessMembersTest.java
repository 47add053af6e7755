package io.github.swarmclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.model.UpdateConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LosslessMembersTest {
  @Test
  void whatWasReadIsWritten() throws Exception {
    String json =
        "{\"Parallelism\":18446744073709551615,\"Delay\":30000000000,\"MaxFailureRatio\":0,"
            + "\"Constraints\":[],\"Version\":{\"Index\":7,\"New\":{\"a\":[1.10,null]}},"
            + "\"Labels\":null,\"Future\":{}}";
    UpdateConfig config = Json.MAPPER.readValue(json, UpdateConfig.class);
    assertThat(config.parallelism()).isEqualTo(-1L);
    assertThat(config.delay()).isEqualTo(Duration.ofSeconds(30));
    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(config)))
        .isEqualTo(Json.MAPPER.readTree(json));
    UpdateConfig edited = config.toBuilder().putLabel("a", "").build();
    assertThat(Json.MAPPER.writeValueAsString(edited))
        .contains("\"Labels\":{\"a\":\"\"}")
        .doesNotContain("\"Labels\":null");
  }
}
