package io.github.swarmclient.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.model.ImageInspect;
import io.github.swarmclient.model.NodeSpec;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.UpdateConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LosslessMembersTest {
  @Test
  void whatWasReadIsWritten() throws Exception {
    String json =
        "{\"Parallelism\":18446744073709551615,\"Delay\":30000000000,\"MaxFailureRatio\":0,"
            + "\"Order\":\"backwards\",\"Monitor\":null,\"Future\":{\"a\":[1.10,null,{}]}}";
    UpdateConfig config = Json.MAPPER.readValue(json, UpdateConfig.class);
    assertThat(config.parallelism()).isEqualTo(-1L);
    assertThat(config.delay()).isEqualTo(Duration.ofSeconds(30));
    assertSame(Json.MAPPER.writeValueAsString(config), json);
  }

  @Test
  void anEmptyListAndANullOneAreNotTheSame() throws Exception {
    String json = "{\"Constraints\":[],\"Preferences\":null,\"MaxReplicas\":0}";
    Placement placement = Json.MAPPER.readValue(json, Placement.class);
    assertThat(placement.constraints()).isEmpty();
    assertThat(placement.preferences()).isEmpty();
    assertSame(Json.MAPPER.writeValueAsString(placement), json);
  }

  @Test
  void unknownMembersStayAtTheirDepth() throws Exception {
    String json = "{\"Version\":{\"Index\":7,\"New\":{\"a\":[1.10,null]}},\"Spec\":{\"New\":[]}}";
    Service service = Json.MAPPER.readValue(json, Service.class);
    assertSame(Json.MAPPER.writeValueAsString(service), json);
  }

  @Test
  void anEmptyTimeIsNoneAndStaysEmpty() throws Exception {
    ImageInspect image = Json.MAPPER.readValue("{\"Created\":\"\"}", ImageInspect.class);
    assertThat(image.created()).isNull();
    assertSame(Json.MAPPER.writeValueAsString(image), "{\"Created\":\"\"}");
  }

  @Test
  void whatIsSetReplacesTheNullThatCame() throws Exception {
    NodeSpec spec = Json.MAPPER.readValue("{\"Labels\":null}", NodeSpec.class);
    NodeSpec edited = spec.toBuilder().putLabel("a", "").build();
    assertSame(Json.MAPPER.writeValueAsString(edited), "{\"Labels\":{\"a\":\"\"}}");
  }

  private static void assertSame(String actual, String expected) throws Exception {
    assertThat(Json.MAPPER.readTree(actual)).isEqualTo(Json.MAPPER.readTree(expected));
  }
}
