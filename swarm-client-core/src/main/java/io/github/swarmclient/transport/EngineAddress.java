package io.github.swarmclient.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where an engine listens, in the forms of {@code DOCKER_HOST}: {@code unix:///var/run/docker.sock}
 * or {@code tcp://host:2375}.
 */
public final class EngineAddress {
  /** The address of the local engine on Linux and macOS. */
  public static final EngineAddress LOCAL = of("unix:///var/run/docker.sock");

  /** The port of an engine that listens on plain TCP, where an address names none. */
  private static final int PLAIN_PORT = 2375;

  private final String scheme;
  private final String host;
  private final int port;
  private final String path;

  private EngineAddress(String scheme, String host, int port, String path) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /**
   * Returns the address that {@code text} stands for.
   *
   * @throws IllegalArgumentException if the text is no address, with what was expected
   */
  public static EngineAddress of(String text) {
    Objects.requireNonNull(text, "text");
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "unix" -> unix(text, text.substring(colon + 3));
      case "tcp", "http", "https", "ssh" -> network(text, scheme);
      default -> throw refused(text, "it does not begin with unix:// or tcp://");
    };
  }

  private static EngineAddress unix(String text, String path) {
    if (!path.startsWith("/")) {
      throw refused(text, "the path of a unix socket is absolute: unix:///var/run/docker.sock");
    }
    return new EngineAddress("unix", "", -1, path);
  }

  private static EngineAddress network(String text, String scheme) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused(text, "it is malformed: " + e.getReason());
    }
    String host = uri.getHost();
    if (host == null || host.isEmpty()) {
      throw refused(text, "it names no host");
    }
    if (!(uri.getPath().isEmpty() || uri.getPath().equals("/"))
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      throw refused(text, "nothing may follow host and port");
    }
    if (uri.getUserInfo() != null && !scheme.equals("ssh")) {
      throw refused(text, "credentials do not belong into an address");
    }
    int port = uri.getPort();
    if (port == 0 || port > 65535) {
      throw refused(text, "a port is 1 to 65535");
    }
    return new EngineAddress(scheme, host, port < 0 ? PLAIN_PORT : port, "");
  }

  private static IllegalArgumentException refused(String text, String why) {
    // An address may hold a password, which no message repeats.
    String shown = text.replaceAll("//[^/@]*@", "//…@");
    return new IllegalArgumentException(
        "\"" + shown + "\" is not the address of an engine: " + why);
  }

  /** Returns the scheme: {@code unix}, {@code tcp}, {@code http}, {@code https} or {@code ssh}. */
  public String scheme() {
    return scheme;
  }

  /** Returns the host name or IP address, IPv6 in brackets; empty for a unix socket. */
  public String host() {
    return host;
  }

  /** Returns the port, or −1 for a unix socket. */
  public int port() {
    return port;
  }

  /** Returns the file of a unix socket; empty for other addresses. */
  public String path() {
    return path;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EngineAddress that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Returns the address as {@link #of} takes it. */
  @Override
  public String toString() {
    return scheme + "://" + (scheme.equals("unix") ? path : host + ":" + port);
  }
}
