package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A network that an engine knows: one of its own, or one of the swarm. */
interface AnyNetwork {
  String id();

  String name();

  Instant createdAt();

  ObjectNode labels();

  boolean swarmScoped();

  /** Returns whether containers other than those of services may be connected to it. */
  boolean attachable();

  /** Returns whether the engine or the swarm has made it for itself. */
  boolean builtIn();

  String gateway();

  /** Returns the next free address, with the length of the subnet's prefix. */
  String address();

  ObjectNode json(Call call);

  /** Returns the refusal to remove it while something uses it, or null if nothing does. */
  @Nullable EngineError user(Call call);

  void remove(Call call);
}
