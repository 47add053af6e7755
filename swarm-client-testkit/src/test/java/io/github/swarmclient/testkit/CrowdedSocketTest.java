package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.swarmclient.SwarmClient;
import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A socket of the kit in a process that has no file descriptors left for a while. */
class CrowdedSocketTest {
  @Test
  void whoConnectsLaterIsAnswered() throws Exception {
    assumeThat(System.getProperty("os.name")).as("where files are limited so").isEqualTo("Linux");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 120; exec \"$@\"", "sh"));
    command.addAll(JavaProgram.command(Server.class, List.of()));
    Process server =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader said = server.inputReader()) {
      String address = said.readLine();
      ping(address);
      crowd(URI.create(address));
      ping(address);
    } finally {
      server.getOutputStream().close();
      assertThat(server.waitFor()).isZero();
    }
  }

  private static void ping(String address) {
    try (SwarmClient client = SwarmClient.connect(address)) {
      client.ping();
    }
  }

  private static void crowd(URI address) throws Exception {
    List<SocketChannel> open = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      open.add(SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort())));
    }
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  /** The program that has the socket. It ends with its input. */
  static final class Server {
    private Server() {}

    public static void main(String[] args) throws Exception {
      try (EmbeddedSwarm swarm = EmbeddedSwarm.start("docker01");
          HttpEngine engine = HttpEngine.serve(swarm.node("docker01").transport())) {
        System.out.println(engine.address());
        System.in.read();
      }
    }
  }
}
