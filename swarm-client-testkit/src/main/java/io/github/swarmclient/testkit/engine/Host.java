package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.ApiVersion;
import io.github.swarmclient.transport.NotConnectedException;
import io.github.swarmclient.transport.RequestBody;
import io.github.swarmclient.transport.TransportRequest;
import io.github.swarmclient.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One engine and the machine it runs on. */
public final class Host {
  private final World world;
  private final HostSettings settings;
  private final String id;
  private final Membership membership = new Membership();
  private final Events events = new Events();
  private final Map<String, Container> containers = new LinkedHashMap<>();
  private final Map<String, Exec> execs = new LinkedHashMap<>();
  private final HostImages images = new HostImages();
  private final Map<String, ObjectNode> volumes = new LinkedHashMap<>();
  private @Nullable Map<String, LocalNetwork> localNetworks;
  private final HostSwitches switches = new HostSwitches(this);
  private final HostLog log;
  private boolean running = true;
  private long run;

  Host(World world, HostSettings settings) {
    this.world = world;
    this.settings = settings;
    this.id = world.ids().hex64();
    this.log = new HostLog(world);
  }

  /** Returns what this engine and its machine are. */
  public HostSettings settings() {
    return settings;
  }

  /** Returns the host name. */
  public String hostname() {
    return settings.hostname();
  }

  /** Returns the IP address. */
  public String address() {
    return settings.address();
  }

  /**
   * Answers a request.
   *
   * @throws NotConnectedException if the engine is stopped
   * @throws IOException if the body of the request cannot be read
   */
  public TransportResponse send(TransportRequest request) throws IOException {
    byte[] body = bytes(request.body());
    world.lock();
    try {
      switches.awaitReachable(request.readTimeout());
      requireRunning();
      Reply reply = Router.answer(this, request, body);
      log.add(request.method() + " " + request.target() + " " + reply.status());
      return new Answer(reply);
    } finally {
      world.unlock();
    }
  }

  private void requireRunning() throws NotConnectedException {
    if (!running) {
      throw new NotConnectedException(
          "the embedded engine " + hostname() + " is stopped; start it to connect to it", null);
    }
  }

  private static byte[] bytes(@Nullable RequestBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (body != null) {
      body.writeTo(out);
    }
    return out.toByteArray();
  }

  /**
   * Returns what answers a GET at a published port of this host.
   *
   * @throws IOException if nothing does, or not with status 200
   */
  public String fetch(int port, String path) throws IOException {
    world.lock();
    try {
      return Mesh.fetch(this, port, path);
    } finally {
      world.unlock();
    }
  }

  /**
   * Ends the engine and its containers at once, as a power cut does. Does nothing if it is down.
   */
  public void stop() {
    world.lock();
    try {
      if (running) {
        // A machine without power is not frozen.
        switches.pause(false);
        running = false;
        run++;
        log.add("engine stopped");
        Power.cut(this);
        world.changed();
      }
    } finally {
      world.unlock();
    }
  }

  /** Starts the engine again. Does nothing if it runs. */
  public void start() {
    world.lock();
    try {
      if (!running) {
        running = true;
        log.add("engine started");
        Power.restored(this);
        world.changed();
      }
    } finally {
      world.unlock();
    }
  }

  /** Returns whether the engine runs. */
  public boolean isRunning() {
    world.lock();
    try {
      return running;
    } finally {
      world.unlock();
    }
  }

  boolean runs() {
    return running;
  }

  /** Returns the switches of this machine besides its power. */
  public HostSwitches switches() {
    return switches;
  }

  /** Returns the last lines that the engine logged. */
  public String log() {
    world.lock();
    try {
      return log.text();
    } finally {
      world.unlock();
    }
  }

  /** Returns whether the engine runs, and has not been stopped since {@link #run} was asked. */
  boolean isRunning(long since) {
    return running && run == since;
  }

  long run() {
    return run;
  }

  World world() {
    return world;
  }

  /** Returns the identifier of the engine itself, which has nothing to do with its node. */
  String engineId() {
    return id;
  }

  ApiVersion newest() {
    return settings.apiVersion();
  }

  ApiVersion oldest() {
    return settings.minApiVersion();
  }

  boolean engineAtLeast(int major) {
    return Integer.parseInt(settings.engineVersion().replaceFirst("\\..*", "")) >= major;
  }

  /** Returns whether the engine's newest version of the API is 1.{@code minor} at least. */
  boolean speaks(int minor) {
    return newest().atLeast(ApiVersion.of(1, minor));
  }

  Membership membership() {
    return membership;
  }

  Cluster managed(boolean write) {
    return membership.managed(write);
  }

  Events events() {
    return events;
  }

  Map<String, Container> containers() {
    return containers;
  }

  Map<String, Exec> execs() {
    return execs;
  }

  /** Gives this host an image. */
  public void hasImage(String image) {
    world.lock();
    try {
      images.add(image);
    } finally {
      world.unlock();
    }
  }

  /** Returns the images this host has. */
  HostImages images() {
    return images;
  }

  /** Returns the volumes of this host, as it shows them, by name. */
  Map<String, ObjectNode> volumes() {
    return volumes;
  }

  /** Returns the networks of this host alone, by name. */
  Map<String, LocalNetwork> localNetworks() {
    if (localNetworks == null) {
      localNetworks = LocalNetwork.predefined(this);
    }
    return localNetworks;
  }
}
