package io.github.swarmclient.testkit.engine;

/** Reckons with addresses of IPv4. */
final class Addresses {
  private Addresses() {}

  /** Returns the number that an address stands for, or −1 if it is none. */
  static long number(String address) {
    String[] parts = address.split("\\.", -1);
    long number = 0;
    for (String part : parts) {
      if (parts.length != 4 || !part.matches("\\d{1,3}")) {
        return -1;
      }
      number = number * 256 + Integer.parseInt(part);
    }
    return number;
  }

  private static String text(long number) {
    return (number >> 24 & 255)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }

  /** Returns the n-th address of a subnet; of one that is not of IPv4, an address of no use. */
  static String after(String subnet, long n) {
    return text(Math.max(0, number(subnet.substring(0, subnet.indexOf('/')))) + n);
  }

  /** Returns the n-th subnet of a pool, of so many bits. */
  static String subnet(String pool, long bits, long n) {
    return after(pool, n << (32 - bits)) + "/" + bits;
  }

  /** Returns whether an address is the one, or one of the network, that is asked for. */
  static boolean within(String address, String asked) {
    int slash = asked.indexOf('/');
    if (slash < 0) {
      return address.equals(asked);
    }
    String prefix = asked.substring(slash + 1);
    int length = prefix.matches("\\d{1,2}") ? Integer.parseInt(prefix) : 33;
    long network = number(asked.substring(0, slash));
    long own = number(address);
    long mask = length == 0 ? 0 : -1L << (32 - length);
    return length <= 32 && network >= 0 && own >= 0 && (network & mask) == (own & mask);
  }
}
