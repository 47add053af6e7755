package io.github.swarmclient;

import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.PublishMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text forms in which the command line publishes ports. */
final class Publish {
  private static final Pattern LONG_FORM = Pattern.compile("\\w+=\\w+(,\\w+=\\w+)*");
  private static final List<PortProtocol> PROTOCOLS =
      List.of(PortProtocol.TCP, PortProtocol.UDP, PortProtocol.SCTP);

  private final String text;

  private Publish(String text) {
    this.text = text;
  }

  /**
   * Returns the ports that {@code text} publishes.
   *
   * @throws IllegalArgumentException if it is malformed, with what and where
   */
  static List<PortConfig> parse(String text) {
    Publish publish = new Publish(text);
    return text.contains("=") ? List.of(publish.longForm()) : publish.shortForm();
  }

  /** Returns what makes two entries the same mapping. */
  static Object key(PortConfig port) {
    return List.of(
        SpecEdit.or(port.publishedPort(), 0),
        SpecEdit.or(port.targetPort(), 0),
        SpecEdit.or(port.protocol(), PortProtocol.TCP),
        SpecEdit.or(port.publishMode(), PublishMode.INGRESS));
  }

  private IllegalArgumentException malformed(String why) {
    return new TextForm(
            "publish",
            text,
            "[published:]target[/protocol], such as 8080:80/tcp, or"
                + " published=8080,target=80[,protocol=tcp|udp|sctp][,mode=ingress|host]")
        .malformed(why);
  }

  private PortConfig longForm() {
    if (!LONG_FORM.matcher(text).matches()) {
      throw malformed("it is no list of key=value");
    }
    PortConfig.Builder port =
        PortConfig.builder().protocol(PortProtocol.TCP).publishMode(PublishMode.INGRESS);
    boolean target = false;
    for (String pair : text.split(",", -1)) {
      String key = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      switch (key.toLowerCase(Locale.ROOT)) {
        case "target" -> port.targetPort(port(key, value, 1));
        case "published" -> port.publishedPort(port(key, value, 0));
        case "protocol" -> port.protocol(protocol(value));
        case "mode" -> port.publishMode(mode(value));
        default -> throw malformed("the key \"" + key + "\" is unknown");
      }
      target |= key.equalsIgnoreCase("target");
    }
    if (!target) {
      throw malformed("target is missing");
    }
    return port.build();
  }

  private List<PortConfig> shortForm() {
    int slash = text.indexOf('/');
    PortProtocol protocol = slash < 0 ? PortProtocol.TCP : protocol(text.substring(slash + 1));
    String[] sides = (slash < 0 ? text : text.substring(0, slash)).split(":", -1);
    if (sides.length > 2) {
      throw malformed("a service cannot be published on one address of a node");
    }
    int[] target = range("target", sides[sides.length - 1], 1);
    int[] published = sides.length == 1 ? new int[] {0, 0} : range("published", sides[0], 0);
    return pair(protocol, published, target, sides.length == 1);
  }

  private List<PortConfig> pair(
      PortProtocol protocol, int[] published, int[] target, boolean chosenByEngine) {
    int targets = target[1] - target[0] + 1;
    int count = chosenByEngine ? targets : published[1] - published[0] + 1;
    if (targets != count && targets != 1) {
      throw malformed("the ranges differ in length: " + count + " published, " + targets);
    }
    List<PortConfig> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ports.add(
          PortConfig.builder()
              .protocol(protocol)
              .targetPort(targets == 1 ? target[0] : target[0] + i)
              .publishedPort(chosenByEngine ? 0 : published[0] + i)
              .publishMode(PublishMode.INGRESS)
              .build());
    }
    return ports;
  }

  private int[] range(String side, String range, int lowest) {
    int dash = range.indexOf('-');
    int first = port(side, dash < 0 ? range : range.substring(0, dash), lowest);
    int last = dash < 0 ? first : port(side, range.substring(dash + 1), lowest);
    if (last < first) {
      throw malformed(side + " " + range + " ends before it begins");
    }
    return new int[] {first, last};
  }

  private int port(String what, String number, int lowest) {
    if (!number.matches("\\d{1,9}")) {
      throw malformed(what + " \"" + number + "\" is no number");
    }
    try {
      return Checks.port(what, Integer.parseInt(number), lowest);
    } catch (IllegalArgumentException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private PortProtocol protocol(String value) {
    PortProtocol protocol = PortProtocol.of(value.toLowerCase(Locale.ROOT));
    if (!PROTOCOLS.contains(protocol)) {
      throw malformed("the protocol \"" + value + "\" is none of tcp, udp, sctp");
    }
    return protocol;
  }

  private PublishMode mode(String value) {
    PublishMode mode = PublishMode.of(value);
    if (!mode.equals(PublishMode.INGRESS) && !mode.equals(PublishMode.HOST)) {
      throw malformed("the mode \"" + value + "\" is neither ingress nor host");
    }
    return mode;
  }
}
