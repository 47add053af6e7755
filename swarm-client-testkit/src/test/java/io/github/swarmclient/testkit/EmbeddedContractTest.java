package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.PortCheck.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The contract on embedded engines. */
class EmbeddedContractTest {
  private EmbeddedSwarm swarm;

  @BeforeEach
  void start() {
    swarm =
        EmbeddedSwarm.builder()
            .host("docker01")
            .host("docker02")
            .host("docker03")
            .onlyImages(SwarmContract.IMAGES)
            .privateImage("registry:5000/nginx:1.13", "ann", "sesame")
            .start();
  }

  @AfterEach
  void close() {
    swarm.close();
  }

  @Nested
  class Forming extends FormingContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }

    @Override
    Outcome tcpOfMember() {
      return Outcome.NOT_VERIFIABLE;
    }
  }

  @Nested
  class Nodes extends NodesContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Services extends ServiceContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Rollouts extends RolloutContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Containers extends ContainerContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Mesh extends MeshContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class BadInput extends BadInputContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Statuses extends StatusContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Clusters extends ClusterBehaviour {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class ServiceBehaviours extends ServiceBehaviour {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Tasks extends TaskBehaviour {
    @Override
    SwarmCluster engines() {
      return swarm;
    }
  }

  @Nested
  class Lossless extends LosslessContract {
    @Override
    SwarmCluster engines() {
      return swarm;
    }

    @Override
    void createWithEverything(String name) {
      ObjectNode spec = EveryMember.spec(name);
      Wire.Answer answer = Wire.to(swarm.node("docker01")).post("/services/create", spec);
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(get("/services/" + name).path("Spec"))
          .as("the spec as it is kept")
          .isEqualTo(spec);
    }

    @Override
    void setNodeAndSwarm() {
      Wire m = Wire.to(swarm.node("docker01"));
      JsonNode node = get("/nodes/" + idOf(w2));
      ObjectNode nodeSpec = node.path("Spec").deepCopy();
      nodeSpec.putObject("Labels").put("rack", "r2").put("empty", "");
      long version = node.at("/Version/Index").asLong();
      String target = "/nodes/" + node.path("ID").asText() + "/update?version=" + version;
      assertThat(m.post(target, nodeSpec).status()).isEqualTo(200);

      JsonNode cluster = get("/swarm");
      ObjectNode clusterSpec = cluster.path("Spec").deepCopy();
      clusterSpec.withObject("/Orchestration").put("TaskHistoryRetentionLimit", 7);
      clusterSpec.withObject("/Dispatcher").put("HeartbeatPeriod", 6_000_000_000L);
      target = "/swarm/update?version=" + cluster.at("/Version/Index").asLong();
      assertThat(m.post(target, clusterSpec).status()).isEqualTo(200);
    }
  }
}
