package io.github.swarmclient.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.TimeSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Runs the registry of local engines: on a host of its own, in an engine of its own. */
final class LocalRegistry {
  private static final TimeSource TIME = TimeSource.system();
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int CONNECT_MILLIS = 2000;

  private LocalRegistry() {}

  /**
   * Starts the engine of {@code node}, and in it the registry; returns when it listens.
   *
   * @param files those of the registry's own image
   * @throws IllegalStateException if it does not, with what to do about it
   */
  static void start(LocalNode node, ImageFiles files, Duration within) {
    node.start();
    files.loadInto(node);
    EngineAccess engine = node.access();
    String image = PrivateRegistry.ownImage();
    ObjectNode container = JsonNodeFactory.instance.objectNode().put("Image", image);
    PrivateRegistry.ENVIRONMENT.forEach(container.putArray("Env")::add);
    PrivateRegistry.ENTRYPOINT.forEach(container.putArray("Entrypoint")::add);
    container.set("Cmd", command(engine.get("/images/" + image + "/json").path("Config")));
    container.putObject("HostConfig").put("NetworkMode", "host");
    engine.post("/containers/create?name=" + PrivateRegistry.HOSTNAME, container);
    engine.post("/containers/" + PrivateRegistry.HOSTNAME + "/start", Map.of());
    awaitListening(engine, within);
  }

  /** Returns what containers of an image run. */
  private static ArrayNode command(JsonNode config) {
    ArrayNode command = JsonNodeFactory.instance.arrayNode();
    config.path("Entrypoint").forEach(command::add);
    config.path("Cmd").forEach(command::add);
    return command;
  }

  private static void awaitListening(EngineAccess engine, Duration within) {
    Instant deadline = TIME.now().plus(within);
    try {
      while (!listens(engine.address())) {
        JsonNode state =
            engine.get("/containers/" + PrivateRegistry.HOSTNAME + "/json").path("State");
        if (!state.path("Running").asBoolean() || TIME.now().isAfter(deadline)) {
          throw new IllegalStateException(
              "the registry of image "
                  + PrivateRegistry.ownImage()
                  + " does not listen; its state is "
                  + state);
        }
        TIME.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the registry", e);
    }
  }

  private static boolean listens(String address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, PrivateRegistry.PORT), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
