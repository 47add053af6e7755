package io.github.swarmclient.testkit;

import static io.github.swarmclient.testkit.Eventually.eventually;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ServiceCreate;
import io.github.swarmclient.ServiceUpdate;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.testkit.ServiceFlags.Case;
import io.github.swarmclient.testkit.internal.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the docker command line makes of each of its flags is what the library makes. */
@ParameterizedClass
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("DindServiceFlagsTest") // by which its own tests run one after the other
@MethodSource("io.github.swarmclient.testkit.RealEngines#images")
class DindServiceFlagsTest {
  private static final String NAME = "flagged";
  private static final String IMAGE = "alpine:latest";
  private static final Duration SOON = ofSeconds(30);
  private static final SharedDind SHARED = new SharedDind();
  private static final Map<String, JsonNode> EVERY_FLAG = new ConcurrentHashMap<>();

  /**
   * What the command line puts into an order of its own, for a range of ports even into another one
   * each time; the library keeps what it finds.
   */
  private static final Set<String> UNORDERED =
      Set.of(
          "Mounts",
          "GenericResources",
          "CapabilityAdd",
          "CapabilityDrop",
          "Env",
          "Groups",
          "Search",
          "Constraints",
          "Networks",
          "Ports",
          "Ulimits");

  @Parameter
  @SuppressWarnings("NullAway.Init")
  String image;

  private CommandLine docker;
  private SwarmClient m;

  @BeforeParameterizedClassInvocation
  static void start(String image) {
    DindSwarm swarm = SHARED.start(image, plan -> plan.host("docker01").image(IMAGE));
    DindNode node = swarm.node("docker01");
    try (SwarmClient m = node.connect()) {
      m.init().advertiseAddr(node.address()).execute();
    }
    CommandLine docker = new CommandLine(node);
    docker.run("docker", "network", "create", "--driver=overlay", "everynet");
    docker.run("docker", "network", "create", "--driver=overlay", "othernet");
    docker.run("sh", "-c", "printf hidden | docker secret create everyfile -");
    docker.run("sh", "-c", "printf shown | docker config create everyfile -");
    docker.createWithEveryFlag(NAME);
    EVERY_FLAG.put(image, Wire.get(node, "/services/" + NAME).path("Spec"));
    docker.run("docker", "service", "rm", NAME);
  }

  @AfterParameterizedClassInvocation
  static void close(String image) {
    SHARED.close(image);
  }

  @BeforeEach
  void connect() {
    docker = new CommandLine(SHARED.of(image).node("docker01"));
    m = SHARED.of(image).node("docker01").connect();
  }

  @AfterEach
  void disconnect() {
    m.close();
  }

  @TestFactory
  Stream<DynamicTest> everyFlagOfCreate() {
    return tests("create", ServiceFlags.all(), Set.of("env-file"), this::create);
  }

  @TestFactory
  Stream<DynamicTest> everyFlagOfUpdate() {
    // What a rollback does stands in the contract, what the other does in a test of its own.
    return tests(
        "update",
        ServiceUpdateFlags.all(),
        Set.of("rollback", "max-concurrent", "health-start-interval"),
        this::update);
  }

  private <T> Stream<DynamicTest> tests(
      String verb, List<Case<T>> cases, Set<String> elsewhere, ThrowingConsumer<Case<T>> test) {
    Set<String> flags = docker.flags(verb);
    Set<String> untested = new TreeSet<>(flags);
    untested.removeAll(ServiceFlags.BESIDE_THE_SPEC);
    untested.removeAll(elsewhere);
    cases.forEach(each -> untested.remove(each.flag()));
    assertThat(untested).as("flags of docker service " + verb + " without a test").isEmpty();
    return cases.stream()
        .filter(each -> flags.contains(each.flag()))
        .map(each -> DynamicTest.dynamicTest(verb + " " + each, () -> alone(test, each)));
  }

  /** What a failed test leaves does not make the next one fail. */
  private <T> void alone(ThrowingConsumer<Case<T>> test, Case<T> each) throws Throwable {
    try {
      test.accept(each);
    } finally {
      for (Service left : m.services().list()) {
        m.services().remove(Objects.requireNonNull(left.id())).execute();
      }
    }
  }

  private void create(Case<ServiceCreate> each) {
    dockerCreate(each.arguments().toArray(String[]::new));
    JsonNode theirs = takeSpec();
    each.ours().apply(begin()).execute();
    assertThat(lines(takeSpec())).as(each.toString()).isEqualTo(lines(theirs));
  }

  private void dockerCreate(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("docker", "service", "create", "--detach", "--no-resolve-image"));
    command.addAll(List.of("--name=" + NAME, "--constraint=" + CommandLine.NOWHERE));
    command.addAll(List.of(arguments));
    command.add(IMAGE);
    docker.run(command.toArray(String[]::new));
  }

  /** Begins what the command line makes without flags, and what no node runs. */
  private ServiceCreate begin() {
    // The command line says these two always; here they are the engine's own if nobody says them.
    return m.services()
        .create(NAME)
        .image(IMAGE)
        .constraint(CommandLine.NOWHERE)
        .init(false)
        .endpointMode(EndpointMode.VIP);
  }

  private void update(Case<ServiceUpdate> each) throws Exception {
    createWithEveryFlag();
    dockerUpdate(each.arguments());
    JsonNode theirs = takeSpec();
    createWithEveryFlag();
    each.ours().apply(m.services().update(NAME)).execute();
    assertThat(lines(takeSpec())).as(each.toString()).isEqualTo(lines(theirs));
  }

  private void dockerUpdate(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("docker", "service", "update", "--detach", "--no-resolve-image"));
    command.addAll(arguments);
    command.add(NAME);
    // It gives up where the engine writes something of its own into a new service.
    eventually(SOON, () -> docker.run(command.toArray(String[]::new)));
  }

  /** By what was stored for the command line: without it that takes a tenth of the time. */
  private void createWithEveryFlag() {
    Wire.post(
        SHARED.of(image).node("docker01"),
        "/services/create",
        Objects.requireNonNull(EVERY_FLAG.get(image)));
  }

  /** Two flags of update that the command line reads and then forgets, as of 28. */
  @Test
  void whatTheCommandLineForgetsIsChanged() {
    m.services()
        .create(NAME)
        .image(IMAGE)
        .constraint(CommandLine.NOWHERE)
        .replicatedJob(4, 1)
        .execute();
    m.services().update(NAME).maxConcurrent(3).execute();
    assertThat(takeSpec().at("/Mode/ReplicatedJob"))
        .isEqualTo(Wire.json("{'MaxConcurrent':3,'TotalCompletions':4}"));
    if (docker.flags("update").contains("health-start-interval")) {
      createWithEveryFlag();
      m.services().update(NAME).healthcheck(h -> h.startInterval(ofSeconds(2))).execute();
      assertThat(takeSpec().findValue("StartInterval").asLong()).isEqualTo(2_000_000_000);
    }
  }

  @Test
  void aFileOfVariables(@TempDir Path folder) throws IOException {
    String text = "A=1\n# none\n\nB=two words\nC=\n";
    Path file = Files.writeString(folder.resolve("env"), text);
    docker.run("sh", "-c", "printf '%s' \"$1\" >/tmp/env", "sh", text);
    dockerCreate("--env-file=/tmp/env", "--env=A=2");
    JsonNode theirs = takeSpec();
    begin().envFile(file).env("A", "2").execute();
    assertThat(lines(takeSpec())).isEqualTo(lines(theirs));
  }

  private JsonNode takeSpec() {
    JsonNode spec = Wire.get(SHARED.of(image).node("docker01"), "/services/" + NAME).path("Spec");
    m.services().remove(NAME).execute();
    return normal(spec.deepCopy());
  }

  /** One line for each value, so that a difference is seen. */
  private static String lines(JsonNode spec) {
    return spec.toPrettyString();
  }

  private static JsonNode normal(JsonNode node) {
    node.forEach(DindServiceFlagsTest::normal);
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(each -> isNothing(each.getValue()));
      object.properties().stream()
          .filter(each -> UNORDERED.contains(each.getKey()))
          .forEach(each -> each.setValue(sorted(each.getValue())));
    }
    return node;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isContainerNode() && value.isEmpty());
  }

  private static JsonNode sorted(JsonNode array) {
    List<JsonNode> values = new ArrayList<>();
    array.forEach(values::add);
    values.sort(Comparator.comparing(JsonNode::toString));
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }
}
