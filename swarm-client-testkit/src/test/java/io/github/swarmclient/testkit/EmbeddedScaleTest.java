package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedScaleTest {
  @Test
  void oneOfManyWritersAtTheSameVersionWins() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(1);
    var read = s.inspect("my_web");
    ObjectNode spec = (ObjectNode) read.path("Spec");
    String target = "/services/my_web/update?version=" + read.at("/Version/Index").asLong();
    List<Integer> statuses =
        IntStream.range(0, 20).parallel().mapToObj(i -> s.m.post(target, spec).status()).toList();
    assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 500)).isEqualTo(19);
  }

  @Test
  void aThousandTasksComeUp() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'many','TaskTemplate':{'ContainerSpec':{'Image':'x'}},"
            + "'Mode':{'Replicated':{'Replicas':1000}}}");
    assertThat(s.running("many")).hasSize(1000);
  }

  @Test
  void anHourWithoutEventsPassesAtOnce() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    s.seconds(3600);
    assertThat(s.running("my_web")).hasSize(3);
  }
}
