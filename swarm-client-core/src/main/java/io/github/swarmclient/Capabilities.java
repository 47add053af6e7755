package io.github.swarmclient;

import io.github.swarmclient.model.ContainerSpec;
import java.util.List;
import java.util.Locale;

/** The capabilities of containers, and how adding and dropping them cancel each other. */
final class Capabilities {
  private static final String ALL = "ALL";
  private static final String RESET = "RESET";
  private static final String PREFIX = "CAP_";

  private Capabilities() {}

  /** Adds to a new service; what is added is not dropped. */
  static ContainerSpec addNew(ContainerSpec spec, String capability) {
    String name = notReset(capability);
    return spec.toBuilder()
        .capabilityAdd(with(spec.capabilityAdd(), name))
        .capabilityDrop(without(spec.capabilityDrop(), name))
        .build();
  }

  /** Drops from a new service what it does not add. */
  static ContainerSpec dropNew(ContainerSpec spec, String capability) {
    String name = notReset(capability);
    return spec.capabilityAdd().contains(name)
        ? spec
        : spec.toBuilder().capabilityDrop(with(spec.capabilityDrop(), name)).build();
  }

  /** Adds to a service that is there; what was dropped is dropped no more, and not added. */
  static ContainerSpec add(ContainerSpec spec, String capability) {
    String name = normal(capability);
    if (name.equals(RESET)) {
      return spec.toBuilder().capabilityAdd(List.of()).build();
    }
    return spec.capabilityDrop().contains(name)
        ? spec.toBuilder().capabilityDrop(without(spec.capabilityDrop(), name)).build()
        : spec.toBuilder().capabilityAdd(with(spec.capabilityAdd(), name)).build();
  }

  /** Drops from a service that is there; what was added is added no more, and not dropped. */
  static ContainerSpec drop(ContainerSpec spec, String capability) {
    String name = normal(capability);
    if (name.equals(RESET)) {
      return spec.toBuilder().capabilityDrop(List.of()).build();
    }
    return spec.capabilityAdd().contains(name)
        ? spec.toBuilder().capabilityAdd(without(spec.capabilityAdd(), name)).build()
        : spec.toBuilder().capabilityDrop(with(spec.capabilityDrop(), name)).build();
  }

  /** Returns the name as engines write it: {@code CAP_NET_ADMIN}. */
  static String normal(String capability) {
    String name = Checks.word("capability", capability.strip()).toUpperCase(Locale.ROOT);
    return name.equals(ALL) || name.equals(RESET) || name.startsWith(PREFIX) ? name : PREFIX + name;
  }

  private static String notReset(String capability) {
    String name = normal(capability);
    if (name.equals(RESET)) {
      throw new IllegalArgumentException(
          "RESET is for updates: a new service has nothing to reset");
    }
    return name;
  }

  /** Returns the list with {@code name}; all of them say what each of them says. */
  private static List<String> with(List<String> list, String name) {
    return name.equals(ALL) || list.contains(ALL)
        ? List.of(ALL)
        : Keyed.put(list, name, entry -> entry);
  }

  private static List<String> without(List<String> list, String name) {
    return Keyed.remove(list, name::equals);
  }
}
