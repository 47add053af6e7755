package io.github.swarmclient;

/** Placeholder until the real one is merged. */
public final class Tasks {
  Tasks(ApiCalls calls, NodeConnections connections) {}
}
