package io.github.swarmclient;

/** Placeholder until the real one is merged. */
public final class Images {
  Images(ApiCalls calls) {}
}
