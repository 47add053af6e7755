package io.github.swarmclient.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.MalformedResponseException;
import io.github.swarmclient.SwarmClient;
import io.github.swarmclient.TransportException;
import io.github.swarmclient.testkit.EmbeddedNode;
import io.github.swarmclient.testkit.EmbeddedSwarm;
import io.github.swarmclient.testkit.SwarmCluster;
import io.github.swarmclient.testkit.fault.Fault;
import io.github.swarmclient.testkit.fault.Faults;
import io.github.swarmclient.transport.NotConnectedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What faults look like on the wire, where the client of this library hides them or cannot go. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("FaultWireTest") // by which its own tests run one after the other
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
class FaultWireTest {
  private static final char[] PASSWORD = "test".toCharArray();

  @TempDir private Path folder;
  private EmbeddedSwarm swarm;
  private EmbeddedNode node;

  @BeforeEach
  void start() {
    swarm = SwarmCluster.embedded().managers(1).start();
    node = swarm.node("docker01");
    try (SwarmClient client = node.connect()) {
      client.services().create("talker").image("alpine").args("echo", "one").execute();
      client.configs().create("some").data("x").execute();
      swarm.advance(Duration.ofSeconds(3));
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    Faults faults = node.faults();
    faults.clear();
    swarm.close();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("HttpEngine " + faults.address())) {
        // One that ends by itself may not be gone at once, but is soon.
        thread.join(1_000);
        assertThat(thread.isAlive()).as(thread.toString()).isFalse();
      }
    }
  }

  private static Socket connect(Faults faults) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), faults.address().port());
    socket.setSoTimeout(1_500);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** Reads until nothing more comes. */
  private static String read(Socket socket) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] part = new byte[8192];
    InputStream in = socket.getInputStream();
    try {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        all.append(new String(part, 0, count, ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      // As intended.
    }
    return all.toString();
  }

  @Test
  void aPortWhereNothingListensIsStillNobodyElses() throws Exception {
    Faults faults = node.faults();
    faults.always(Fault.REFUSED);
    try (ServerSocket other = new ServerSocket()) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      assertThatThrownBy(() -> other.bind(new InetSocketAddress(loopback, faults.address().port())))
          .isInstanceOf(BindException.class);
    }
    faults.clear();
    assertThat(get(faults, "/_ping")).startsWith("HTTP/1.1 200");
  }

  private static String get(Faults faults, String target) throws IOException {
    try (Socket socket = connect(faults)) {
      send(socket, "GET " + target + " HTTP/1.1\r\nConnection: close\r\n\r\n");
      return read(socket);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HALF_STATUS_LINE       | /v1.41/nodes | HTTP/1.1 20
          GARBAGE_LINE           | /v1.41/nodes | \\x15\\x03\\x01 this is no HTTP\\s+
          NO_RESPONSE            | /v1.41/nodes | ^$
          CONTRADICTING_LENGTHS  | /v1.41/nodes | .*\\r\\nContent-Length: \\d+\\r\\nContent-Length: \\d+\\r\\n.*
          LENGTH_AND_CHUNKED     | /v1.41/nodes | .*\\r\\nContent-Length: 5\\r\\nTransfer-Encoding: chunked\\r\\n.*
          MISSING_CONTENT_TYPE   | /v1.41/nodes | HTTP/1.1 200 ((?!Content-Type).)*
          SHORT_LENGTH           | /v1.41/nodes | .*\\r\\nContent-Length: \\d+\\r\\n\\r\\n\\[.*]\\s*
          TRAILING_GARBAGE       | /v1.41/nodes | HTTP/1.1 200 .*]\\s*HTTP/1.1 200 OK\\r\\n.*\\r\\n\\r\\nnull
          BYTE_ORDER_MARK        | /v1.41/nodes | .*\\xef\\xbb\\xbf\\[.*
          UNKNOWN_ENUM           | /v1.41/nodes | .*"Role":"unheard-of".*
          UNKNOWN_FIELD          | /v1.41/nodes | .*"UnheardOf":\\{"List":\\[1,null]}.*
          NULL_LIST              | /v1.41/nodes | .*\\r\\n4\\r\\nnull\\r\\n0\\r\\n\\r\\n
          NAN_NUMBER             | /v1.41/nodes | .*\\[\\{"Unheard":NaN,.*
          GZIP_BOMB              | /v1.41/nodes | .*\\r\\nContent-Encoding: gzip\\r\\n.*\\x1f\\x8b\\x08.*
          STALL                  | /v1.41/nodes | HTTP/1.1 200 .*\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n
          ZERO_LENGTH_FRAME      | /v1.41/services/talker/logs?stdout=1 | .*\\r\\n8\\r\\n\\x01\\x00{7}\\r\\n0\\r\\n\\r\\n
          CUT_IN_FRAME_HEADER    | /v1.41/services/talker/logs?stdout=1 | .*\\r\\n5\\r\\n\\x01\\x00{4}\\r\\n0\\r\\n\\r\\n
          CUT_IN_PAYLOAD         | /v1.41/services/talker/logs?stdout=1 | .*\\x01\\x00{6}\\x08cut\\r\\n0\\r\\n\\r\\n
          HUGE_FRAME             | /v1.41/services/talker/logs?stdout=1 | .*\\x01\\x00{3}\\xff{4}.*
          ENGINE_FRAME           | /v1.41/services/talker/logs?stdout=1 | .*\\x03\\x00{6}.Error grabbing logs: .*
          UNKNOWN_FRAME          | /v1.41/services/talker/logs?stdout=1 | .*\\xff\\x00{6}.of no type.*
          TERMINAL_BYTES         | /v1.41/services/talker/logs?stdout=1 | .*root@docker01:/# ls.*
          REDIRECT_301           | /v1.41/nodes | HTTP/1.1 301 .*\\r\\nLocation: /swarm\\r\\n.*
          DEADLINE_EXCEEDED      | /v1.41/nodes | HTTP/1.1 500 .*\\{"message":"rpc error: code = DeadlineExceeded desc = context deadline exceeded"}\\s
          NO_LEADER              | /v1.41/nodes | .*"rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online."}\\s
          RESOURCE_EXHAUSTED     | /v1.41/nodes | .*"rpc error: code = ResourceExhausted desc = grpc: received message larger than max .*
          """)
  void isOnTheWire(Fault fault, String target, String pattern) throws Exception {
    Faults faults = node.faults();
    faults.next(fault);

    assertThat(get(faults, target)).matches("(?s)" + pattern);
    assertThat(faults.struck(fault)).isEqualTo(1);
    assertThat(get(faults, "/v1.41/nodes")).as("the next").matches("(?s)HTTP/1.1 200 .*]\\s+.*");
  }

  @Test
  void continueIsSaidUnlessItIsIgnored() throws Exception {
    Faults faults = node.faults();
    String body = "{\"Name\":\"told\",\"Data\":\"eA==\"}";
    String head =
        "POST /v1.41/configs/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Expect: 100-continue\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    try (Socket socket = connect(faults)) {
      send(socket, head);
      assertThat(read(socket)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    }
    faults.next(Fault.CONTINUE_IGNORED);
    try (Socket socket = connect(faults)) {
      send(socket, head);
      assertThat(read(socket)).isEmpty();
      send(socket, body);
      assertThat(read(socket)).startsWith("HTTP/1.1 201 ");
    }
    assertThat(faults.struck(Fault.CONTINUE_IGNORED)).isEqualTo(1);
  }

  @Test
  void aWriteOfALostLeaderIsDone() throws Exception {
    Faults faults = node.faults();
    faults.next(Fault.LOST_LEADER);
    try (Socket socket = connect(faults)) {
      String body = "{\"Name\":\"done\",\"Data\":\"eA==\"}";
      send(
          socket,
          "POST /v1.41/configs/create HTTP/1.1\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      assertThat(read(socket))
          .startsWith("HTTP/1.1 500 ")
          .contains(
              "rpc error: code = Unknown desc = raft: failed to process the request: node lost"
                  + " leader status");
    }
    assertThat(get(faults, "/v1.41/configs/done")).startsWith("HTTP/1.1 200 ");
  }

  private static Certificate certificate(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static PrivateKey key(Path pem) throws Exception {
    String base64 = Files.readString(pem).replaceAll("-----.*-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  /** Returns a TLS client that does as DOCKER_TLS_VERIFY says, with or without a certificate. */
  private static SSLContext client(Path certificates, boolean withCertificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("ca", certificate(certificates.resolve("ca.pem")));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, PASSWORD);
    if (withCertificate) {
      Certificate[] chain = {certificate(certificates.resolve("cert.pem"))};
      own.setKeyEntry("client", key(certificates.resolve("key.pem")), PASSWORD, chain);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static String getByTls(Faults faults, boolean withCertificate) throws Exception {
    SSLContext context = client(faults.certificates(), withCertificate);
    int port = faults.address().port();
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      socket.setSoTimeout(5_000);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      send(socket, "GET /v1.41/nodes HTTP/1.1\r\nConnection: close\r\n\r\n");
      return read(socket);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_UNKNOWN_CA, unable to find valid certification path",
    "TLS_WRONG_HOST, No subject alternative names matching IP address 127.0.0.1",
    "TLS_EXPIRED, NotAfter",
    "TLS_TO_PLAINTEXT, Unsupported or unrecognized SSL message"
  })
  void keepsClientsOfTlsOut(Fault fault, String why) {
    Faults faults = node.faults();
    faults.always(fault);

    assertThat(faults.address().scheme()).isEqualTo("https");
    assertThatThrownBy(() -> getByTls(faults, true))
        .isInstanceOf(SSLException.class)
        .hasStackTraceContaining(why);
    faults.clear();
    assertThat(faults.address().scheme()).isEqualTo("tcp");
  }

  @Test
  void letsInWhoShowsACertificateAndNobodyElse() throws Exception {
    Faults faults = node.faults();
    faults.always(Fault.TLS_CLIENT_CERTIFICATE_REQUIRED);

    assertThat(getByTls(faults, true)).startsWith("HTTP/1.1 200 ").contains("docker01");
    assertThatThrownBy(() -> getByTls(faults, false)).isInstanceOf(IOException.class);
  }

  @Test
  void tellsWhoSpeaksPlainlyToATlsPort() throws Exception {
    Faults faults = node.faults();
    faults.always(Fault.PLAINTEXT_TO_TLS);

    try (SwarmClient client = node.connect()) {
      assertThatThrownBy(client::info)
          .isExactlyInstanceOf(MalformedResponseException.class)
          .hasMessageContaining("Client sent an HTTP request to an HTTPS server");
      faults.clear();
      assertThat(client.nodes().list()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MISSING_PATH", "PERMISSION_DENIED", "PATH_TOO_LONG"})
  void strikesThePathOfAUnixSocket(Fault fault) throws Exception {
    Path file = folder.resolve("docker.sock");
    Faults faults = node.faults(file);
    boolean root = System.getProperty("user.name").equals("root");
    if (fault == Fault.PERMISSION_DENIED && root) {
      assertThatThrownBy(() -> faults.always(fault))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessageContaining("root may open every socket");
      faults.clear();
    } else {
      faults.always(fault);
      try (SwarmClient client = node.connect()) {
        assertThatThrownBy(client::info)
            .isExactlyInstanceOf(TransportException.class)
            .hasCauseInstanceOf(NotConnectedException.class)
            .hasMessageContaining(
                switch (fault) {
                  case MISSING_PATH -> "does not exist";
                  case PATH_TOO_LONG -> "use a shorter path";
                  default -> "may not be opened by user";
                });
      }
      faults.clear();
    }
    try (SwarmClient client = node.connect()) {
      assertThat(client.nodes().list()).hasSize(1);
    }
    swarm.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void saysWhatASocketCannotHave() {
    Faults port = node.faults();
    for (Fault fault : Set.of(Fault.MISSING_PATH, Fault.PERMISSION_DENIED, Fault.PATH_TOO_LONG)) {
      assertThatIllegalArgumentException().isThrownBy(() -> port.always(fault));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> port.next(Fault.REFUSED))
        .withMessageContaining("use always(REFUSED)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> port.on("GET", "/nodes").always(Fault.REFUSED));
    assertThatThrownBy(() -> node.faults(folder.resolve("other.sock")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void resetEndsFaults() {
    Faults faults = node.faults();
    faults.always(Fault.REFUSED);

    swarm.reset();

    try (SwarmClient client = swarm.connect()) {
      assertThat(client.nodes().list()).hasSize(1);
    }
  }
}
