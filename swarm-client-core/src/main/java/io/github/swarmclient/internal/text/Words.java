package io.github.swarmclient.internal.text;

import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PublishMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the command line puts things for people. */
public final class Words {
  private Words() {}

  /** Returns {@code word} with a capital at its beginning. */
  public static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Returns the image without the digest that it was resolved to. */
  public static String withoutDigest(String image) {
    int at = image.indexOf('@');
    return at < 0 ? image : image.substring(0, at);
  }

  /** Returns {@code 5 seconds ago}. */
  public static String ago(@Nullable Instant then, Instant now) {
    return then == null ? "" : about(Duration.between(then, now)) + " ago";
  }

  /** Returns about how long, in the largest unit of which there are two. */
  public static String about(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 1) {
      return "less than a second";
    }
    if (seconds < 60) {
      return seconds == 1 ? "1 second" : seconds + " seconds";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes == 1 ? "about a minute" : minutes + " minutes";
    }
    long hours = Math.round(minutes / 60.0);
    if (hours < 48) {
      return hours == 1 ? "about an hour" : hours + " hours";
    }
    long days = hours / 24;
    return days < 14 ? days + " days" : days < 60 ? days / 7 + " weeks" : days / 30 + " months";
  }

  /** Returns {@code *:8080->80/tcp} for each port through the mesh. */
  public static String meshPorts(List<PortConfig> ports) {
    return ports.stream()
        .filter(port -> !PublishMode.HOST.equals(port.publishMode()))
        .map(port -> "*:" + mapping(port))
        .collect(Collectors.joining(", "));
  }

  /** Returns {@code *:8080->80/tcp} for each port. */
  public static String hostPorts(List<PortConfig> ports) {
    return ports.stream().map(port -> "*:" + mapping(port)).collect(Collectors.joining(","));
  }

  private static String mapping(PortConfig port) {
    return port.publishedPort() + "->" + port.targetPort() + "/" + port.protocol();
  }
}
