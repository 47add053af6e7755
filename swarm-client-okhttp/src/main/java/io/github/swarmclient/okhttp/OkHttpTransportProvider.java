package io.github.swarmclient.okhttp;

/** To come. */
final class OkHttpTransportProvider {
  private OkHttpTransportProvider() {}
}
