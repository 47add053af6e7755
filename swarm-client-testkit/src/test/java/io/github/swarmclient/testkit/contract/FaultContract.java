package io.github.swarmclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.swarmclient.EngineException;
import io.github.swarmclient.EventStream;
import io.github.swarmclient.ExecResult;
import io.github.swarmclient.LogLine;
import io.github.swarmclient.LogStream;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.SwarmException;
import io.github.swarmclient.TransportException;
import io.github.swarmclient.model.EngineEvent;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.okhttp.OkHttpTransport;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.SwarmNode;
import io.github.swarmclient.testkit.contract.FaultCases.Case;
import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.testkit.fault.Fault.Stage;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.SwarmTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a client makes of every fault: a typed exception in bounded time or none at all, and the
 * next call works. What the engine was told to do it has done if and only if the fault says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
abstract class FaultContract {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final String SERVICE = "talker";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** What is to be closed; nothing if there can be no engine. The last comes first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private SwarmCluster cluster;
  private SwarmNode node;
  private SwarmClient direct;
  private SwarmClient client;
  private SwarmClient hasty;
  private Faults faults;
  private Path folder;
  private Path archive;
  private Instant began;
  private Instant settled;

  /** Starts one manager. */
  abstract SwarmCluster start();

  /**
   * Puts the engine on a socket with faults.
   *
   * @param folder where the file of a unix socket may be
   */
  abstract Faults socket(SwarmNode node, Path folder);

  /** Returns an image with a shell. */
  String image() {
    return "alpine:latest";
  }

  /** Returns how long the swarm hangs: as long as it does, or shorter where time is real. */
  abstract @Nullable Duration hang();

  @BeforeAll
  void begin() throws Exception {
    cluster = closing(start());
    node = cluster.nodes().get(0);
    direct = closing(node.connect());
    began = cluster.time().now().minusSeconds(1);
    direct
        .services()
        .create(SERVICE)
        .image(image())
        .args("sh", "-c", "echo one; echo two; sleep 3600")
        .updateConfig(update -> update.monitor(Duration.ofSeconds(1)))
        .await();
    awaitLines();
    settled = cluster.time().now();
    folder = Files.createTempDirectory("faults");
    faults = socket(node, folder);
    client = closing(node.connect());
    hasty = closing(impatient());
    archive = Files.write(folder.resolve("upload.tar"), new byte[8 << 20]);
  }

  private <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  private void awaitLines() throws InterruptedException {
    Instant deadline = cluster.time().now().plusSeconds(30);
    while (lines(direct).size() < 2 && cluster.time().now().isBefore(deadline)) {
      cluster.time().sleep(Duration.ofMillis(100));
    }
    assertThat(lines(direct)).as("the log without faults").hasSize(2);
  }

  @AfterAll
  void end() throws Exception {
    for (AutoCloseable resource : open) {
      resource.close();
    }
    if (archive != null) {
      Files.delete(archive);
      Files.delete(folder); // it has nothing else in it: the socket is gone
    }
  }

  @AfterEach
  void clear() {
    faults.clear();
  }

  private SwarmClient impatient() {
    SwarmTransport transport =
        new Impatient(
            OkHttpTransport.builder(faults.address()).connectTimeout(PATIENCE).build(), PATIENCE);
    return SwarmClient.builder().transport(transport).time(cluster.time()).build();
  }

  static Stream<Case> cases() {
    return FaultCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void strikes(Case given) {
    String name = "config-" + COUNT.incrementAndGet();
    SwarmClient acting = stalls(given) ? hasty : client;
    assertThat(acting.nodes().list()).hasSize(1);
    aimed(given, lasting(given)).always(given.fault());
    long start = System.nanoTime();

    Throwable failure = catchThrowable(() -> act(acting, given, name));

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    assertThat(faults.struck(given.fault())).as("how often it struck").isPositive();
    requireTyped(given, failure);
    faults.clear();
    assertThat(acting.nodes().list()).as("the next call").hasSize(1);
    if (given.action() == FaultCases.Action.WRITE) {
      requireEffect(given, name);
    }
  }

  private static boolean stalls(Case given) {
    return switch (given.fault()) {
      case BODY_NEVER_READ, SLOW_DRIP_HEADERS, STALL -> true;
      case DRIP -> given.failure() != null;
      default -> false;
    };
  }

  /** What leads up to a stream, or to a command, is not meant. */
  private static Faults aimed(Case given, Faults faults) {
    return switch (given.action()) {
      case LOGS -> faults.on("GET", "/services/*/logs");
      case EXEC -> faults.on("POST", "/exec/*/start");
      default -> faults;
    };
  }

  private Faults lasting(Case given) {
    return switch (given.fault()) {
      case DRIP -> faults.lasting(Duration.ofMillis(6));
      case SLOW_DRIP_HEADERS -> faults.lasting(Duration.ofMillis(20));
      case HANG_THEN_ANSWER, DEADLINE_EXCEEDED -> {
        Duration hang = hang();
        yield hang == null ? faults : faults.lasting(hang);
      }
      default -> faults;
    };
  }

  private static void requireTyped(Case given, @Nullable Throwable failure) {
    if (given.failure() == null) {
      assertThat(failure).isNull();
      return;
    }
    assertThat(failure).isExactlyInstanceOf(given.failure());
    if (failure instanceof TransportException broken) {
      boolean writes =
          switch (given.action()) {
            case READ, LOGS, EVENTS -> false;
            default -> true;
          };
      assertThat(broken.mayHaveExecuted()).isEqualTo(writes);
    }
    assertThat(required(failure).getMessage()).isNotNull().hasSizeLessThan(10_000);
  }

  private void requireEffect(Case given, String name) {
    boolean done =
        switch (given.fault()) {
          case HANG_THEN_ANSWER, LOST_LEADER -> true;
          default -> given.fault().stage() != Stage.REQUEST && given.fault().stage() != Stage.SWARM;
        };
    assertThat(
            direct.configs().list().stream().map(config -> required(config.spec()).name()).toList())
        .as("what the engine has done")
        .matches(names -> names.contains(name) == done, "contains " + name + ": " + done);
  }

  private void act(SwarmClient client, Case given, String name) {
    switch (given.action()) {
      case READ -> read(client, given.fault());
      case WRITE ->
          assertThat(client.configs().create(name).data(data(given)).execute().id()).isNotBlank();
      case UPDATE ->
          client
              .services()
              .update(SERVICE)
              .atVersion(required(required(direct.services().inspect(SERVICE).version()).index()))
              .replicas(2)
              .execute();
      case UPLOAD -> client.images().load(archive);
      case LOGS -> logs(client, given.fault());
      case EXEC -> exec(client);
      case EVENTS -> events(client, given.fault());
    }
  }

  /** More than the buffers of a socket hold where nobody reads it. */
  private static byte[] data(Case given) {
    return new byte[given.fault() == Fault.BODY_NEVER_READ ? 450_000 : 1];
  }

  private static void read(SwarmClient client, Fault fault) {
    List<Node> nodes = client.nodes().list();
    if (fault == Fault.NULL_LIST) {
      assertThat(nodes).isEmpty();
      return;
    }
    assertThat(nodes).hasSize(1);
    Node only = nodes.get(0);
    if (fault == Fault.UNKNOWN_ENUM) {
      assertThat(required(required(only.spec()).role()).value()).isEqualTo("unheard-of");
    }
    if (fault == Fault.UNKNOWN_FIELD) {
      assertThat(only.unknownFields()).containsKey("UnheardOf");
    }
  }

  private static <T> T required(@Nullable T value) {
    return Objects.requireNonNull(value, "what engines always say");
  }

  private static List<String> lines(SwarmClient client) {
    List<String> lines = new ArrayList<>();
    try (LogStream log = client.services().logs(SERVICE).open()) {
      log.lines().map(LogLine::text).forEach(lines::add);
    }
    return lines;
  }

  private static void logs(SwarmClient client, Fault fault) {
    List<String> lines = lines(client);
    if (fault == Fault.LONG_LINE) {
      assertThat(lines).hasSize(3).anyMatch(line -> line.length() == 10_000_000);
    } else {
      assertThat(lines).containsExactly("one", "two");
    }
  }

  private void exec(SwarmClient client) {
    String task = direct.services().tasks(SERVICE).running().get(0).id();
    ExecResult result =
        client.tasks().exec(task).command("sh", "-c", "echo out").input("").execute();
    assertThat(result.stdout()).startsWith("out\n");
    assertThat(result.exitCode()).isZero();
  }

  private void events(SwarmClient client, Fault fault) {
    List<EngineEvent> usual = events(direct);
    assertThat(usual).isNotEmpty();
    List<EngineEvent> events = events(client);
    switch (fault) {
      case TWO_OBJECTS_ON_A_LINE, DUPLICATE_EVENTS -> assertThat(events).hasSize(usual.size() * 2);
      case SPLIT_CHARACTER ->
          assertThat(events)
              .hasSameSizeAs(usual)
              .allMatch(event -> "ü".equals(required(event.actor()).attributes().get("mark")));
      case TIME_BACKWARDS ->
          assertThat(events)
              .hasSameSizeAs(usual)
              .allMatch(event -> required(event.timeNano()) < required(usual.get(0).timeNano()));
      default -> assertThat(events).isEqualTo(usual);
    }
  }

  private List<EngineEvent> events(SwarmClient of) {
    try (EventStream events = of.events().since(began).until(settled).open()) {
      return events.events().toList();
    }
  }

  /** Faults of the connection that every kind of socket has. */
  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "BACKLOG_FULL", "ACCEPT_THEN_CLOSE"})
  void strikesConnections(Fault fault) {
    assertThat(hasty.nodes().list()).hasSize(1);
    faults.always(fault);

    Throwable known = catchThrowable(() -> hasty.nodes().list());
    try (SwarmClient fresh = impatient()) {
      Throwable unknown = catchThrowable(() -> fresh.configs().create("never").data("x").execute());
      assertThat(unknown).isExactlyInstanceOf(TransportException.class);
      assertThat(unknown.getCause()).isInstanceOf(NotConnectedException.class);
      assertThat(((TransportException) unknown).mayHaveExecuted()).isFalse();
      assertThat(known).isExactlyInstanceOf(TransportException.class);
      if (fault == Fault.ACCEPT_THEN_CLOSE) {
        assertThat(faults.struck(fault)).isPositive();
      } else {
        assertThat(known.getCause()).isInstanceOf(NotConnectedException.class);
      }
      faults.clear();
      assertThat(fresh.nodes().list()).as("the next call").hasSize(1);
    }
    assertThat(hasty.nodes().list()).as("the next call").hasSize(1);
  }

  @Test
  void aReadIsSentAgainWhereAKeptConnectionEndsAndAWriteIsNot() {
    assertThat(client.nodes().list()).hasSize(1);
    faults.next(Fault.NO_RESPONSE);
    assertThat(client.nodes().list()).hasSize(1);
    assertThat(faults.struck(Fault.NO_RESPONSE)).isEqualTo(1);

    faults.next(Fault.NO_RESPONSE);
    assertThatThrownBy(() -> client.configs().create("once").data("x").execute())
        .isInstanceOf(TransportException.class);
    assertThat(client.nodes().list()).hasSize(1);
    assertThat(faults.struck(Fault.NO_RESPONSE)).isEqualTo(2);
  }

  @Test
  void onlyTheRequestsThatAreMeantAreStruck() {
    faults.on("GET", "/services/*").next(Fault.EMPTY_500);

    assertThat(client.nodes().list()).hasSize(1);
    assertThat(faults.struck(Fault.EMPTY_500)).isZero();
    assertThatThrownBy(() -> client.services().inspect(SERVICE))
        .isExactlyInstanceOf(EngineException.class);
    assertThat(client.services().inspect(SERVICE)).isNotNull();
    assertThat(faults.struck(Fault.EMPTY_500)).isEqualTo(1);
  }

  @Test
  void anUpdateThatSomebodyWasQuickerWithIsRepeated() {
    faults.next(Fault.OUT_OF_SEQUENCE);

    client.nodes().update(node.hostname()).label("repeated", "yes").execute();

    assertThat(faults.struck(Fault.OUT_OF_SEQUENCE)).isEqualTo(1);
    assertThat(required(direct.nodes().inspect(node.hostname()).spec()).labels())
        .containsEntry("repeated", "yes");
  }

  @Test
  void theClientOfTheClusterMeetsTheFaultsAndTheVerbsOfTheKitDoNot() {
    try (SwarmClient managers = cluster.connect()) {
      faults.always(Fault.NO_LEADER);
      assertThatThrownBy(() -> managers.nodes().list()).isInstanceOf(SwarmException.class);
      node.awaitReady();
      assertThat(cluster.report()).contains(node.hostname());
    }
  }

  @Test
  void aFollowedLogThatStallsEndsAtOnceWhenItIsClosed() throws Exception {
    faults.on("GET", "/services/*/logs").next(Fault.STALL);
    LogStream log = client.services().logs(SERVICE).follow().open();
    List<Boolean> ended = new ArrayList<>();
    Thread reader = new Thread(() -> ended.add(log.hasNext()));
    reader.start();

    log.close();
    reader.join(5_000);

    assertThat(ended).containsExactly(false);
    assertThat(client.nodes().list()).hasSize(1);
  }

  /** The last one: the engine forgets the events of the others. */
  @Test
  @Order(Integer.MAX_VALUE)
  void eventsThatGetLostEndTheStream() {
    faults.next(Fault.EVENTS_LOST);
    try (EventStream events = client.events().open()) {
      for (int i = 0; i < 258; i++) {
        direct.nodes().update(node.hostname()).label("count", "" + i).execute();
      }
      assertThatThrownBy(events::hasNext).isExactlyInstanceOf(TransportException.class);
    }
    assertThat(faults.struck(Fault.EVENTS_LOST)).isEqualTo(1);
    assertThat(client.nodes().list()).hasSize(1);
  }
}
