package io.github.swarmclient.testkit.engine;

import java.util.Random;

/** Makes the identifiers of engines. The same ones in every run, so that failures repeat. */
final class Ids {
  private static final String BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String HEX = "0123456789abcdef";

  private final Random random;

  Ids(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the identifier of a swarm object: 25 digits of base 36. */
  String swarmId() {
    return digits(BASE36, 25);
  }

  /** Returns the identifier of a container or a local network: 64 digits of base 16. */
  String hex64() {
    return digits(HEX, 64);
  }

  String secret() {
    return digits(BASE36, 25);
  }

  String fingerprint() {
    return digits(BASE36, 50);
  }

  String unlockKey() {
    return "SWMKEY-1-" + digits(BASE36 + BASE36.toUpperCase(java.util.Locale.ROOT) + "+/", 43);
  }

  /** Returns a name for a service that was given none. */
  String name() {
    return "embedded_" + digits("abcdefghijklmnopqrstuvwxyz", 10);
  }

  private String digits(String alphabet, int count) {
    char[] text = new char[count];
    long rest = 0;
    for (int i = 0; i < count; i++) {
      // One number is enough for ten digits, as no alphabet has more than 64.
      rest = i % 10 == 0 ? random.nextLong() >>> 1 : rest / alphabet.length();
      text[i] = alphabet.charAt((int) (rest % alphabet.length()));
    }
    return new String(text);
  }
}
