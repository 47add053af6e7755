package io.github.swarmclient.testkit;

/** What is said of verbs that engines of some kind cannot have. */
final class Unsupported {
  private Unsupported() {}

  static UnsupportedOperationException verb(String verb, Object engine) {
    return new UnsupportedOperationException(
        verb + " is not for " + engine + ": its host is out of this process's hands");
  }
}
