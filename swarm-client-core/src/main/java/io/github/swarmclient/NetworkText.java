package io.github.swarmclient;

import io.github.swarmclient.model.NetworkAttachmentConfig;
import java.util.Set;

/** Networks of a service as the command line writes them: {@code name=front,alias=web}. */
final class NetworkText {
  private static final Set<String> OF_CONTAINERS =
      Set.of("ip", "ip6", "mac-address", "link-local-ip", "gw-priority");

  private NetworkText() {}

  static NetworkAttachmentConfig parse(String text) {
    TextForm form =
        new TextForm(
            "network",
            text,
            "a network's name, or name=front[,alias=web…][,driver-opt=key=value…]");
    if (!text.contains("=")) {
      return NetworkAttachmentConfig.builder().target(Checks.text("network", text)).build();
    }
    NetworkAttachmentConfig.Builder network = NetworkAttachmentConfig.builder();
    boolean named = false;
    for (TextForm.Field field : form.fields()) {
      switch (field.key()) {
        case "name" -> network.target(form.value(field));
        case "alias" -> network.addAlias(form.value(field));
        case "driver-opt" -> {
          TextForm.Field option = form.pair(field);
          if (!option.hasValue()) {
            throw form.bad(field.key(), field.value(), "of the form key=value");
          }
          network.putDriverOpt(option.key(), option.value());
        }
        default -> throw unknown(form, field.key());
      }
      named |= field.key().equals("name");
    }
    if (!named) {
      throw form.malformed("name is missing");
    }
    return network.build();
  }

  private static IllegalArgumentException unknown(TextForm form, String key) {
    return OF_CONTAINERS.contains(key)
        ? form.malformed(key + " is for single containers; engines ignore it for services")
        : form.unknown(key);
  }
}
