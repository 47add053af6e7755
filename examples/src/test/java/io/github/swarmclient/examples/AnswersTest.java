package io.github.swarmclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.ServiceTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
  @Test
  void aReplicaThatIsNeverHeardIsNamedAndCounted(@TempDir Path folder) throws IOException {
    try (Lab lab = new Lab(Engines.start("--engine", "embedded"))) {
      lab.form();
      lab.services().create("web").image("nginx:1.13").replicas(2).publish(8081, 80).await();
      List<ServiceTask> replicas = lab.services().tasks("web").running();
      Path page = Files.writeString(folder.resolve("index.html"), replicas.get(0).id());
      lab.m.tasks().copyTo(replicas.get(0).task(), page, "/usr/share/nginx/html");

      Answers answers = new Answers(replicas);
      answers.ask(lab.host3, 8081, 20);

      assertThat(answers.of(replicas.get(0))).isEqualTo(10);
      assertThat(answers.strange()).isEqualTo(10);
      assertThat(answers.silentAt("docker03")).containsExactly(replicas.get(1));
      assertThat(answers.silence()).contains("web.2", "silent").doesNotContain("web.1");
      assertThat(answers.table()).contains("web.1", "10 answers").contains("web.2", "0 answers");
    }
  }

  @Test
  void requestsInVainAreToldAndSoonGivenUp() {
    try (Lab lab = new Lab(Engines.start("--engine", "embedded"))) {
      Answers answers = new Answers(List.of());
      answers.ask(lab.host1, 8081, 20);
      assertThat(answers.failures()).hasSize(5).allMatch(text -> text.startsWith("docker01: "));
      assertThat(answers.total()).isZero();
    }
  }
}
