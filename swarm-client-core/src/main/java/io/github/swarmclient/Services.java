package io.github.swarmclient;

/** Placeholder until the real one is merged. */
public final class Services {
  Services(ApiCalls calls, NodeConnections connections) {}
}
