package io.github.swarmclient.testkit.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that an engine logged: what it was asked, and what it answered. */
final class HostLog {
  private static final int LINES = 200;

  private final World world;
  private final Deque<String> lines = new ArrayDeque<>();

  HostLog(World world) {
    this.world = world;
  }

  void add(String message) {
    lines.addLast("time=\"" + world.now() + "\" level=info msg=\"" + message + "\"\n");
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  String text() {
    return String.join("", lines);
  }
}
