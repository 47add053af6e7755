package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.swarmclient.testkit.junit.SwarmTest;
import io.github.swarmclient.testkit.junit.WithSwarm;
import io.github.swarmclient.testkit.junit.WithSwarm.Backend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What becomes of tests where engines cannot run: in a JVM of its own, which takes this for so. */
class NoEnginesTest {
  @Test
  void testsAreAbortedWithTheReason() throws Exception {
    assertThat(run("")).startsWith("aborted").contains("local engines need Linux");
  }

  @Test
  void testsFailIfEnginesAreRequired() throws Exception {
    assertThat(run("required"))
        .startsWith("failed")
        .contains("the engines that are required cannot run: local engines need Linux");
  }

  private static String run(String engines) throws Exception {
    List<String> flags = List.of("-Dos.name=Elsewhere");
    return Command.execute(JavaProgram.command(Tests.class, flags, engines)).stdout();
  }

  /** The program that runs a test. */
  static final class Tests {
    private Tests() {}

    public static void main(String[] args) {
      EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(OnThisMachine.class))
          .configurationParameter("swarm.engines", args[0])
          .execute()
          .testEvents()
          .finished()
          .stream()
          .forEach(event -> System.out.println(outcome(event.getPayload().orElseThrow())));
    }

    private static String outcome(Object result) {
      String text = result.toString();
      return (text.contains("ABORTED") ? "aborted: " : text.contains("FAILED") ? "failed: " : "")
          + text;
    }
  }

  @WithSwarm(backend = Backend.LOCAL)
  static class OnThisMachine {
    @SwarmTest
    void test() {}
  }
}
