package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.testkit.internal.Wire;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.SwarmTransport;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EmbeddedContainersTest {
  private static Wire hostOf(SwarmOfThree s, JsonNode task) {
    return Wire.to(s.swarm.node(s.place(task)));
  }

  private static String container(JsonNode task) {
    return task.at("/Status/ContainerStatus/ContainerID").asText();
  }

  /** Returns the payloads of frames, each behind the number of its stream. */
  private static List<String> frames(byte[] bytes) {
    List<String> frames = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      int stream = buffer.get();
      buffer.position(buffer.position() + 3);
      byte[] payload = new byte[buffer.getInt()];
      buffer.get(payload);
      frames.add(stream + " " + new String(payload, StandardCharsets.UTF_8));
    }
    return frames;
  }

  private static byte[] tar(String name, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, String.format("%011o\0", content.length));
    put(header, 136, "00000000000\0");
    header[156] = '0';
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[512 - content.length % 512 + 1024]);
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  @Test
  void filesReachTheContainerOnItsOwnNode() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(3);
    JsonNode task = s.running("my_web").get(0);
    Wire host = hostOf(s, task);
    String path = "/containers/" + container(task) + "/archive?path=/usr/share/nginx/html";
    Wire.Answer put = host.send("PUT", path, tar("index.html", "hello"), "application/x-tar");
    assertThat(put.status()).isEqualTo(200);
    Wire.Answer read = host.get(path + "/index.html");
    assertThat(new String(read.bytes(), 512, 5, StandardCharsets.UTF_8)).isEqualTo("hello");
    Wire.Answer head = host.send("HEAD", path, new byte[0], "");
    String stat =
        new String(
            Base64.getDecoder().decode(head.headers().get("X-Docker-Container-Path-Stat")),
            StandardCharsets.UTF_8);
    assertThat(Wire.read(stat).path("mode").asLong()).isEqualTo((1L << 31) + 0755);
    Wire.Answer missing =
        host.send(
            "PUT",
            "/containers/" + container(task) + "/archive?path=/nope",
            tar("x", "y"),
            "application/x-tar");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.message()).startsWith("Could not find the file /nope in container ");
    Wire other = s.place(task).equals("docker01") ? s.w2 : s.m;
    assertThat(other.get("/containers/" + container(task) + "/json").status()).isEqualTo(404);
    assertThat(
            host.get(
                    "/containers/json?"
                        + Wire.filters(
                            "{'label':['com.docker.swarm.task.id="
                                + task.path("ID").asText()
                                + "']}"))
                .json()
                .at("/0/Id")
                .asText())
        .isEqualTo(container(task));
  }

  private static String exec(Wire host, String container, String command) {
    return host.post(
            "/containers/" + container + "/exec",
            "{'AttachStdout':true,'AttachStderr':true,'Cmd':" + command + "}")
        .json()
        .path("Id")
        .asText();
  }

  @Test
  void commandsRunInContainers() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(1);
    JsonNode task = s.running("my_web").get(0);
    Wire host = hostOf(s, task);
    String id = exec(host, container(task), "['sh','-c','hostname; cat /nope']");
    assertThat(frames(host.post("/exec/" + id + "/start", "{}").bytes()))
        .containsExactly(
            "1 " + container(task).substring(0, 12) + "\n",
            "2 cat: can't open '/nope': No such file or directory\n");
    assertThat(host.get("/exec/" + id + "/json").json().path("ExitCode").asInt()).isEqualTo(1);
    assertThat(frames(host.post("/exec/" + id + "/start", "{}").bytes()))
        .singleElement()
        .asString()
        .contains("has already run");
    String unknown = exec(host, container(task), "['frobnicate']");
    assertThat(frames(host.post("/exec/" + unknown + "/start", "{}").bytes()))
        .singleElement()
        .asString()
        .contains("executable file not found in $PATH");
    assertThat(host.get("/exec/" + unknown + "/json").json().path("ExitCode").asInt())
        .isEqualTo(126);
  }

  @Test
  void theMeshAnswersOnEveryNodeInTurn() throws IOException {
    SwarmOfThree s = new SwarmOfThree();
    s.web(2);
    for (SwarmNode node : s.swarm.nodes()) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < 4; i++) {
        seen.add(node.fetch(8080, "/"));
      }
      assertThat(seen).hasSize(2);
    }
    assertThatThrownBy(() -> s.swarm.node("docker01").fetch(8081, "/"))
        .isInstanceOf(IOException.class)
        .hasMessage("nothing answers at 172.16.6.31:8081");
    assertThatThrownBy(() -> s.swarm.node("docker01").fetch(8080, "/nope"))
        .hasMessageContaining("404");
  }

  @Test
  void portsOfHostsAnswerOnTheirHostOnly() throws IOException {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("shop:1").answers("/health", "ok");
    s.service(
        "{'Name':'shop','TaskTemplate':{'ContainerSpec':{'Image':'shop:1'},'Placement':"
            + "{'Constraints':['node.hostname==docker02']}},'EndpointSpec':{'Ports':"
            + "[{'TargetPort':80,'PublishedPort':9090,'PublishMode':'host'}]}}");
    assertThat(s.swarm.node("docker02").fetch(9090, "/health")).isEqualTo("ok");
    assertThatThrownBy(() -> s.swarm.node("docker01").fetch(9090, "/health"))
        .isInstanceOf(IOException.class);
    assertThat(s.running("shop").get(0).at("/Status/PortStatus/Ports/0/PublishedPort").asInt())
        .isEqualTo(9090);
  }

  @Test
  void logsComeInFramesWithTheirTasks() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("chatty:1").logs("one", "two").logsErrors("oops");
    String id =
        s.service("{'Name':'chatty','TaskTemplate':{'ContainerSpec':{'Image':'chatty:1'}}}");
    assertThat(frames(s.m.get("/services/chatty/logs?stdout=1&stderr=1").bytes()))
        .containsExactly("1 one\n", "1 two\n", "2 oops\n");
    assertThat(frames(s.m.get("/services/chatty/logs?stdout=1&tail=1").bytes()))
        .containsExactly("1 two\n");
    JsonNode task = s.running("chatty").get(0);
    Wire.Answer detailed =
        s.m.get("/tasks/" + task.path("ID").asText() + "/logs?stderr=1&details=1&timestamps=1");
    assertThat(frames(detailed.bytes()))
        .singleElement()
        .asString()
        .matches(
            "2 2026-11-23T16:00:0\\d\\.\\d{9}Z com.docker.swarm.node.id="
                + task.path("NodeID").asText()
                + ",com.docker.swarm.service.id="
                + id
                + ",com.docker.swarm.task.id="
                + task.path("ID").asText()
                + " oops\n");
    assertThat(detailed.headers())
        .containsEntry("Content-Type", "application/vnd.docker.multiplexed-stream");
    assertThat(s.m.get("/services/chatty/logs").status()).isEqualTo(500);
    assertThat(s.m.get("/services/nope/logs?stdout=1").status()).isEqualTo(404);
    s.swarm.node(s.place(task)).stop();
  }

  @Test
  void logsOfAHostThatIsDownAreMissedAloud() {
    SwarmOfThree s = new SwarmOfThree();
    s.swarm.whenImage("chatty:1").logs("one");
    s.service(
        "{'Name':'chatty','TaskTemplate':{'ContainerSpec':{'Image':'chatty:1'},'Placement':"
            + "{'Constraints':['node.role==worker']}}}");
    s.swarm.node(s.places("chatty").get(0)).stop();
    assertThat(frames(s.m.get("/services/chatty/logs?stdout=1").bytes()))
        .singleElement()
        .asString()
        .startsWith("3 Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete");
  }

  @Test
  void logsOfATerminalHaveNoFrames() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'tty','TaskTemplate':{'ContainerSpec':{'Image':'busybox','TTY':true,"
            + "'Command':['sh','-c','echo hi; sleep inf']}}}");
    Wire.Answer logs = s.m.get("/services/tty/logs?stdout=1");
    assertThat(logs.text()).isEqualTo("hi\r\n");
    assertThat(logs.headers()).containsEntry("Content-Type", "application/vnd.docker.raw-stream");
  }

  @Test
  void pingWritesALinePerSecond() {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'myping','TaskTemplate':{'ContainerSpec':{'Image':'alpine',"
            + "'Args':['ping','docker.com']}}}");
    int before = frames(s.m.get("/services/myping/logs?stdout=1").bytes()).size();
    s.seconds(5);
    assertThat(frames(s.m.get("/services/myping/logs?stdout=1").bytes())).hasSize(before + 5);
  }

  @Test
  void aFollowerSeesNewLinesAndEndsWhenClosed() throws Exception {
    SwarmOfThree s = new SwarmOfThree();
    s.service(
        "{'Name':'myping','TaskTemplate':{'ContainerSpec':{'Image':'alpine',"
            + "'Args':['ping','docker.com']}}}");
    TransportResponse response =
        s.m.open("GET", "/services/myping/logs?stdout=1&follow=1&tail=0", new byte[0], "");
    InputStream body = response.body();
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> read(body));
    s.seconds(1);
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    body.readNBytes(body.available());
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> read(body));
    response.close();
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(-2);
  }

  /** Returns the next byte, or −2 if reading fails. */
  private static int read(InputStream in) {
    try {
      return in.read();
    } catch (IOException e) {
      return -2;
    }
  }

  @Test
  void aStoppedEngineCannotBeReached() throws IOException {
    SwarmOfThree s = new SwarmOfThree();
    SwarmTransport transport = s.swarm.node("docker02").transport();
    TransportRequest ping = new TransportRequest("GET", "/_ping", Map.of(), null, null);
    TransportRequest events = new TransportRequest("GET", "/events", Map.of(), null, null);
    TransportResponse open = transport.send(events);
    s.swarm.node("docker02").stop();
    assertThatThrownBy(() -> transport.send(ping)).isInstanceOf(NotConnectedException.class);
    assertThat(read(open.body())).isEqualTo(-2);
    s.swarm.node("docker02").start();
    assertThat(transport.send(ping).status()).isEqualTo(200);
    transport.close();
    assertThatThrownBy(() -> transport.send(ping)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void pullingReportsLayersAndErrorsInTheStream() {
    EmbeddedSwarm swarm = EmbeddedSwarm.builder().host("docker01").onlyImages("nginx:1.13").start();
    Wire wire = Wire.to(swarm.node("docker01"));
    Wire.Answer pulled = wire.post("/images/create?fromImage=nginx&tag=1.13", "");
    assertThat(pulled.text())
        .contains("\"status\":\"Pulling from library/nginx\"")
        .contains("Pull complete")
        .contains("Status: Downloaded newer image for nginx:1.13");
    assertThat(wire.get("/images/nginx:1.13/json").status()).isEqualTo(200);
    Wire.Answer unknown = wire.post("/images/create?fromImage=nope&tag=1", "");
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.text()).contains("\"error\":\"manifest for nope:1 not found");
    assertThat(wire.get("/distribution/nginx:1.13/json").json().at("/Descriptor/digest").asText())
        .matches("sha256:[0-9a-f]{64}");
  }

  @Test
  void secretsAndConfigsAreFilesInContainers() {
    SwarmOfThree s = new SwarmOfThree();
    Wire.Answer secret = s.m.post("/secrets/create", "{'Name':'key','Data':'c2VjcmV0'}");
    assertThat(secret.status()).isEqualTo(201);
    String id = secret.json().path("ID").asText();
    Wire.Answer again = s.m.post("/secrets/create", "{'Name':'key','Data':'c2VjcmV0'}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.message())
        .isEqualTo("rpc error: code = AlreadyExists desc = secret key already exists");
    assertThat(s.m.post("/secrets/create", "{'Name':'empty'}").message())
        .endsWith("secret data must be larger than 0 and less than 512000 bytes");
    assertThat(s.m.get("/secrets/key").json().path("Spec"))
        .isEqualTo(Wire.json("{'Name':'key','Labels':{}}"));
    s.service(
        "{'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x','Secrets':[{'SecretID':'"
            + id
            + "','SecretName':'key','File':{'Name':'key','UID':'0','GID':'0','Mode':292}}]}}}");
    JsonNode task = s.running("a").get(0);
    Wire host = hostOf(s, task);
    String exec = exec(host, container(task), "['cat','/run/secrets/key']");
    assertThat(frames(host.post("/exec/" + exec + "/start", "{}").bytes()))
        .containsExactly("1 secret");
    assertThat(s.m.delete("/secrets/key").message())
        .endsWith("secret 'key' is in use by the following service: a");
    s.m.delete("/services/a");
    assertThat(s.m.delete("/secrets/key").status()).isEqualTo(204);
    String config =
        s.m.post("/configs/create", "{'Name':'c','Data':'YQ=='}").json().path("ID").asText();
    assertThat(s.m.get("/configs/" + config).json().at("/Spec/Data").asText()).isEqualTo("YQ==");
    JsonNode read = s.m.get("/configs/c").json();
    String target = "/configs/c/update?version=" + read.at("/Version/Index").asLong();
    assertThat(s.m.post(target, "{'Name':'c','Data':'Yg=='}").message())
        .endsWith("only updates to Labels are allowed");
    assertThat(s.m.post(target, "{'Name':'c','Labels':{'a':'b'}}").status()).isEqualTo(200);
  }

  @Test
  void networksAreUsedByIdAndKeptWhileUsed() {
    SwarmOfThree s = new SwarmOfThree();
    assertThat(s.m.get("/networks?" + Wire.filters("{'driver':['overlay']}")).json())
        .singleElement()
        .satisfies(network -> assertThat(network.path("Ingress").asBoolean()).isTrue());
    Wire.Answer created =
        s.m.post("/networks/create", "{'Name':'back','Driver':'overlay','Attachable':true}");
    assertThat(created.status()).isEqualTo(201);
    String id = created.json().path("Id").asText();
    assertThat(s.m.post("/networks/create", "{'Name':'back','Driver':'overlay'}").status())
        .isEqualTo(409);
    s.service(
        "{'Name':'a','TaskTemplate':{'ContainerSpec':{'Image':'x'},"
            + "'Networks':[{'Target':'back'}]}}");
    assertThat(s.inspect("a").at("/Spec/TaskTemplate/Networks/0/Target").asText()).isEqualTo(id);
    assertThat(s.inspect("a").at("/Endpoint/VirtualIPs/0/NetworkID").asText()).isEqualTo(id);
    assertThat(s.running("a").get(0).at("/NetworksAttachments/0/Addresses/0").asText())
        .matches("10\\.0\\.1\\.\\d+/24");
    assertThat(s.m.delete("/networks/back").message()).contains("is in use by service");
    s.m.delete("/services/a");
    assertThat(s.m.delete("/networks/back").message()).contains("is in use by task");
    s.seconds(2);
    assertThat(s.m.delete("/networks/back").status()).isEqualTo(204);
  }

  @Test
  void eventsTellOfServices() {
    SwarmOfThree s = new SwarmOfThree();
    s.web(1);
    s.update("my_web", spec -> spec.withObject("/Mode/Replicated").put("Replicas", 2));
    s.m.delete("/services/my_web");
    long until = s.swarm.time().now().getEpochSecond();
    String text =
        s.m
            .get("/events?since=1&until=" + until + "&" + Wire.filters("{'type':['service']}"))
            .text();
    List<JsonNode> events = text.lines().map(Wire::read).toList();
    assertThat(events)
        .extracting(event -> event.path("Action").asText())
        .startsWith("create", "update");
    JsonNode update = events.get(1);
    assertThat(update.at("/Actor/Attributes/replicas.new").asText()).isEqualTo("2");
    assertThat(update.path("scope").asText()).isEqualTo("swarm");
    s.swarm.advance(Duration.ofSeconds(1));
  }

  @Test
  void versionsAndPathsAreCheckedFirst() {
    EmbeddedSwarm swarm =
        EmbeddedSwarm.builder()
            .host("old")
            .engineVersion("20.10.24")
            .apiVersion("1.41")
            .minApiVersion("1.12")
            .start();
    Wire wire = Wire.to(swarm.node("old"));
    Wire.Answer tooOld = wire.get("/v1.11/info");
    assertThat(tooOld.status()).isEqualTo(400);
    assertThat(tooOld.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
    assertThat(tooOld.text())
        .startsWith("client version 1.11 is too old. Minimum supported API version is 1.12");
    assertThat(wire.get("/v1.99/info").message())
        .isEqualTo("client version 1.99 is too new. Maximum supported API version is 1.41");
    assertThat(wire.get("/nope").message()).isEqualTo("page not found");
    assertThat(wire.post("/info", "").status()).isEqualTo(404);
    Wire.Answer moved = wire.get("/v1.41/services/web%2F..%2F..%2Fswarm");
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.headers()).containsEntry("Location", "/v1.41/swarm");
    assertThat(wire.get("/_ping").headers())
        .containsEntry("Api-Version", "1.41")
        .doesNotContainKey("Swarm");
  }
}
