package io.github.swarmclient.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.junit.WithSwarm.Backend;
import io.github.swarmclient.testkit.junit.WithSwarm.Lifetime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class SwarmExtensionTest {
  /** The clusters that the inner tests had. */
  private static final Set<SwarmCluster> SEEN = ConcurrentHashMap.newKeySet();

  private static EngineExecutionResults run(Class<?>... classes) {
    return run("embedded", classes);
  }

  private static EngineExecutionResults run(String backend, Class<?>... classes) {
    SEEN.clear();
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            Arrays.stream(classes)
                .map(type -> selectClass(type))
                .toArray(org.junit.platform.engine.DiscoverySelector[]::new))
        .configurationParameter("swarm.backend", backend)
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
        .execute();
  }

  private static void passes(int tests, Class<?>... classes) {
    EngineExecutionResults results = run(classes);
    results.testEvents().failed().assertThatEvents().isEmpty();
    results.containerEvents().failed().assertThatEvents().isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
  }

  @Test
  void testsGetWhatTheyAskFor() {
    passes(3, Injected.class);
  }

  @WithSwarm(managers = 3, workers = 2, engine = "20.10", hosts = "spare")
  static class Injected {
    @SwarmTest
    void all(SwarmClient swarm, EmbeddedSwarm cluster, SwarmNode first, SwarmNode second) {
      assertThat(swarm.nodes().list()).hasSize(5);
      assertThat(swarm.version().version()).startsWith("20.10");
      assertThat(cluster.nodes()).hasSize(6);
      assertThat(first.hostname()).isEqualTo("docker01");
      assertThat(second.hostname()).isEqualTo("docker02");
    }

    @WithSwarm(workers = 1)
    @SwarmTest
    void anotherSwarmForOneTest(SwarmClient swarm) {
      assertThat(swarm.nodes().list()).hasSize(2);
    }

    @Nested
    class Inner {
      @SwarmTest
      void theSwarmOfTheOuterClass(SwarmClient swarm) {
        assertThat(swarm.nodes().list()).hasSize(5);
      }
    }
  }

  @Test
  void aTestWithoutSettingsHasOneManager() {
    passes(1, Plain.class);
  }

  static class Plain {
    @SwarmTest
    void one(SwarmClient swarm) {
      assertThat(swarm.nodes().list()).hasSize(1);
    }
  }

  @Test
  void sharedSwarmsAreEmptyAtEachTest() {
    passes(4, SharedOne.class, SharedTwo.class);
    assertThat(SEEN).hasSize(1);
  }

  @WithSwarm(workers = 1)
  static class SharedOne {
    @SwarmTest
    void one(SwarmClient swarm, SwarmCluster cluster) {
      usesAll(swarm, cluster);
    }

    @SwarmTest
    void two(SwarmClient swarm, SwarmCluster cluster) {
      usesAll(swarm, cluster);
    }
  }

  @WithSwarm(workers = 1)
  static class SharedTwo extends SharedOne {}

  private static void usesAll(SwarmClient swarm, SwarmCluster cluster) {
    SEEN.add(cluster);
    assertThat(swarm.services().list()).isEmpty();
    swarm.services().create("web").image("nginx").replicas(2).await();
    cluster.node("docker02").stop();
  }

  @Test
  void testsAtTheSameTimeHaveDifferentSwarms() {
    Parallel.both = new CountDownLatch(2);
    passes(2, Parallel.class);
    assertThat(SEEN).hasSize(2);
  }

  @WithSwarm
  @Execution(ExecutionMode.CONCURRENT)
  static class Parallel {
    private static volatile CountDownLatch both = new CountDownLatch(2);

    @SwarmTest
    @Execution(ExecutionMode.CONCURRENT)
    void one(SwarmCluster cluster) throws Exception {
      meets(cluster);
    }

    @SwarmTest
    @Execution(ExecutionMode.CONCURRENT)
    void other(SwarmCluster cluster) throws Exception {
      meets(cluster);
    }

    private static void meets(SwarmCluster cluster) throws InterruptedException {
      SEEN.add(cluster);
      both.countDown();
      assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aSwarmOfAClassKeepsWhatItsTestsMade() {
    passes(2, OfClass.class);
    assertThat(SEEN).hasSize(1);
  }

  @WithSwarm(lifetime = Lifetime.CLASS)
  static class OfClass {
    @BeforeAll
    static void create(SwarmClient swarm) {
      swarm.services().create("web").image("nginx").await();
    }

    @SwarmTest
    void one(SwarmClient swarm, SwarmCluster cluster) {
      SEEN.add(cluster);
      assertThat(swarm.services().list()).hasSize(1);
    }

    @SwarmTest
    void two(SwarmClient swarm, SwarmCluster cluster) {
      one(swarm, cluster);
    }
  }

  @Test
  void classesWithinHaveTheSwarmOfTheirClassUnlessTheyDeclareAnother() {
    passes(4, OuterOfClass.class);
    assertThat(SEEN).hasSize(3);
    assertThat(SEEN).allMatch(cluster -> !cluster.nodes().get(0).isReachable());
  }

  @WithSwarm(lifetime = Lifetime.CLASS)
  static class OuterOfClass {
    @BeforeAll
    static void create(SwarmClient swarm) {
      swarm.services().create("web").image("nginx").await();
    }

    @SwarmTest
    void own(SwarmClient swarm, SwarmCluster cluster) {
      SEEN.add(cluster);
      assertThat(swarm.services().list()).hasSize(1);
    }

    @WithSwarm(workers = 1, lifetime = Lifetime.METHOD)
    @SwarmTest
    void anotherForOneTest(SwarmClient swarm, SwarmCluster cluster) {
      SEEN.add(cluster);
      assertThat(swarm.nodes().list()).hasSize(2);
      assertThat(swarm.services().list()).isEmpty();
    }

    @Nested
    class Same {
      @SwarmTest
      void sees(SwarmClient swarm, SwarmCluster cluster) {
        SEEN.add(cluster);
        assertThat(swarm.services().list()).hasSize(1);
      }
    }

    @Nested
    @WithSwarm(workers = 2, lifetime = Lifetime.CLASS)
    class Other {
      @BeforeAll
      static void isEmpty(SwarmClient swarm) {
        assertThat(swarm.services().list()).isEmpty();
      }

      @SwarmTest
      void sees(SwarmClient swarm, SwarmCluster cluster) {
        SEEN.add(cluster);
        assertThat(swarm.nodes().list()).hasSize(3);
      }
    }
  }

  @Test
  void anInstanceOfAClassAndParametersOfTestsAreNoObstacle() {
    passes(4, OneInstance.class);
    assertThat(SEEN).hasSize(1);
  }

  @WithSwarm(workers = 1, lifetime = Lifetime.CLASS)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {
    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameters(String name, SwarmClient swarm, SwarmCluster cluster) {
      SEEN.add(cluster);
      swarm.configs().create(name).data("x").execute();
    }

    @RepeatedTest(2)
    void repetitions(SwarmClient swarm) {
      assertThat(swarm.nodes().list()).hasSize(2);
    }
  }

  @Test
  void aSwarmOfATestIsNew() {
    passes(2, OfMethod.class);
    assertThat(SEEN).hasSize(2);
    assertThat(SEEN).allMatch(cluster -> !cluster.nodes().get(0).isReachable());
  }

  @WithSwarm(lifetime = Lifetime.METHOD)
  static class OfMethod {
    @SwarmTest
    void one(SwarmCluster cluster) {
      SEEN.add(cluster);
    }

    @SwarmTest
    void two(SwarmCluster cluster) {
      SEEN.add(cluster);
    }
  }

  @Test
  void aFailureShowsWhatTheSwarmWasLike() {
    for (Class<?> failing : List.of(TestFails.class, BeforeEachFails.class, AfterEachFails.class)) {
      run(failing).testEvents().assertThatEvents().haveExactly(1, failsWithReport());
    }
    for (Class<?> failing : List.of(BeforeAllFails.class, AfterAllFails.class)) {
      run(failing).containerEvents().assertThatEvents().haveExactly(1, failsWithReport());
    }
    run(OneOfMany.class).testEvents().assertThatEvents().haveExactly(1, failsWithReport());
  }

  private static Condition<Event> failsWithReport() {
    return event(
        finishedWithFailure(
            message("my own failure"),
            suppressed(
                0,
                message(
                    text ->
                        text.contains("── tasks ──")
                            && text.contains("broken.1")
                            && text.contains("/services/create")
                            && text.contains("── log of docker01 ──")))));
  }

  private static void fails(SwarmClient swarm) {
    swarm.services().create("broken").image("nginx").await();
    throw new AssertionError("my own failure");
  }

  static class TestFails {
    @SwarmTest
    void test(SwarmClient swarm) {
      fails(swarm);
    }
  }

  static class BeforeEachFails {
    @BeforeEach
    void before(SwarmClient swarm) {
      fails(swarm);
    }

    @SwarmTest
    void test() {}
  }

  static class AfterEachFails {
    @AfterEach
    void after(SwarmClient swarm) {
      fails(swarm);
    }

    @SwarmTest
    void test() {}
  }

  @WithSwarm(lifetime = Lifetime.CLASS)
  static class BeforeAllFails {
    @BeforeAll
    static void before(SwarmClient swarm) {
      fails(swarm);
    }

    @Test
    void test() {}
  }

  @WithSwarm(lifetime = Lifetime.CLASS)
  static class AfterAllFails {
    @AfterAll
    static void after(SwarmClient swarm) {
      fails(swarm);
    }

    @Test
    void test() {}
  }

  @WithSwarm
  static class OneOfMany {
    @TestFactory
    List<DynamicTest> tests(SwarmClient swarm) {
      return List.of(dynamicTest("good", () -> {}), dynamicTest("bad", () -> fails(swarm)));
    }
  }

  @Test
  void aBackendThatIsNoneIsNamed() {
    run("kubernetes", Plain.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1, event(finishedWithFailure(message(text -> text.contains("\"kubernetes\"")))));
  }

  @Test
  void aSwarmWithoutManagersIsRefused() {
    run(NoManagers.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("managers(0)")))));
  }

  @WithSwarm(managers = 0)
  static class NoManagers {
    @SwarmTest
    void never() {}
  }

  @Test
  void theKindOfEnginesMayBeFixed() {
    assertThat(run("dind", Fixed.class).testEvents().succeeded().count()).isEqualTo(1);
  }

  @WithSwarm(backend = Backend.EMBEDDED)
  static class Fixed {
    @SwarmTest
    void embedded(EmbeddedSwarm cluster) {
      assertThat(cluster.nodes()).hasSize(1);
    }
  }
}
