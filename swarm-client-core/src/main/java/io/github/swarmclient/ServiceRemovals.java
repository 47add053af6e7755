package io.github.swarmclient;

import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.PublishMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What an update takes away from a service. Nothing happens where it is not there. */
public abstract sealed class ServiceRemovals extends ServiceEdit<ServiceUpdate>
    permits ServiceUpdate {
  ServiceRemovals(ImageResolution resolution) {
    super(resolution);
  }

  /** Removes an environment variable. */
  public final ServiceUpdate removeEnv(String name) {
    return containerSpec(
        c -> c.toBuilder().env(Keyed.remove(c.env(), e -> envName(e).equals(name))).build());
  }

  /** Removes a label of the service. */
  public final ServiceUpdate removeLabel(String name) {
    return spec(s -> s.toBuilder().labels(without(s.labels(), name)).build());
  }

  /** Removes a label of the containers. */
  public final ServiceUpdate removeContainerLabel(String name) {
    return containerSpec(c -> c.toBuilder().labels(without(c.labels(), name)).build());
  }

  private static Map<String, String> without(Map<String, String> entries, String name) {
    Map<String, String> rest = new LinkedHashMap<>(entries);
    rest.remove(name);
    return rest;
  }

  /** Takes the user out of a group, given as it stands. */
  public final ServiceUpdate removeGroup(String group) {
    return containerSpec(
        c -> c.toBuilder().groups(Keyed.remove(c.groups(), group::equals)).build());
  }

  /** Removes the mount at {@code target}. */
  public final ServiceUpdate removeMount(String target) {
    return containerSpec(
        c ->
            c.toBuilder().mounts(Keyed.remove(c.mounts(), m -> target.equals(m.target()))).build());
  }

  /** Removes a name from the file of hosts, with all its addresses. */
  public final ServiceUpdate removeHost(String name) {
    return hosts(
        hosts -> hosts.stream().flatMap(line -> withoutName(line, name).stream()).toList());
  }

  /** Removes one address of a name from the file of hosts. */
  public final ServiceUpdate removeHost(String name, String address) {
    return hosts(
        hosts ->
            hosts.stream()
                .flatMap(
                    line ->
                        words(line).get(0).equals(address)
                            ? withoutName(line, name).stream()
                            : Stream.of(line))
                .toList());
  }

  /** Returns {@code line}, an address and its names, without one of these, if others are left. */
  private static List<String> withoutName(String line, String name) {
    List<String> names = words(line).subList(1, words(line).size());
    if (!names.contains(name)) {
      return List.of(line);
    }
    List<String> rest = Keyed.remove(names, name::equals);
    return rest.isEmpty() ? List.of() : List.of(words(line).get(0) + " " + String.join(" ", rest));
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+", -1));
  }

  /** Removes a name server. */
  public final ServiceUpdate removeDns(String address) {
    return dns(
        d -> d.toBuilder().nameservers(Keyed.remove(d.nameservers(), address::equals)).build());
  }

  /** Removes a domain in which short names are looked up. */
  public final ServiceUpdate removeDnsSearch(String domain) {
    return dns(d -> d.toBuilder().search(Keyed.remove(d.search(), domain::equals)).build());
  }

  /** Removes an option of name resolution, given exactly as it stands. */
  public final ServiceUpdate removeDnsOption(String option) {
    return dns(d -> d.toBuilder().options(Keyed.remove(d.options(), option::equals)).build());
  }

  /** Leaves a kernel parameter as it is by default. */
  public final ServiceUpdate removeSysctl(String name) {
    return containerSpec(c -> c.toBuilder().sysctls(without(c.sysctls(), name)).build());
  }

  /** Leaves a limit of the processes, such as {@code nofile}, as it is by default. */
  public final ServiceUpdate removeUlimit(String name) {
    return containerSpec(
        c -> c.toBuilder().ulimits(Keyed.remove(c.ulimits(), u -> name.equals(u.name()))).build());
  }

  /** Takes a secret away, as every file that it is. */
  public final ServiceUpdate removeSecret(String name) {
    return containerSpec(
        c ->
            c.toBuilder()
                .secrets(Keyed.remove(c.secrets(), s -> name.equals(s.secretName())))
                .build());
  }

  /**
   * Takes a config away, as every file that it is. A credential spec that it is stays; {@link
   * #credentialSpec(String)} takes that away.
   */
  public final ServiceUpdate removeConfig(String name) {
    return containerSpec(
        c ->
            c.toBuilder()
                .configs(
                    Keyed.remove(
                        c.configs(), s -> name.equals(s.configName()) && !Credentials.isRuntime(s)))
                .build());
  }

  /** Removes a constraint, given exactly as it stands. */
  public final ServiceUpdate removeConstraint(String constraint) {
    return placed(
        p -> p.toBuilder().constraints(Keyed.remove(p.constraints(), constraint::equals)).build());
  }

  /** Removes a preference: {@code spread=node.labels.zone}. */
  public final ServiceUpdate removePlacementPref(String preference) {
    String key = PlacementText.key(PlacementText.parse(preference));
    return placed(
        p ->
            p.toBuilder()
                .preferences(
                    Keyed.remove(p.preferences(), x -> Objects.equals(PlacementText.key(x), key)))
                .build());
  }

  /** Reserves nothing of a resource that the operators of the nodes made up. */
  public final ServiceUpdate removeGenericResource(String kind) {
    return reserved(
        r ->
            r.toBuilder()
                .genericResources(
                    Keyed.remove(
                        r.genericResources(), x -> kind.equals(GenericResourceText.kind(x))))
                .build());
  }

  /**
   * Detaches the tasks from a network, by name or ID.
   *
   * <p>The ending throws {@link NotFoundException} if there is no such network.
   */
  public final ServiceUpdate removeNetwork(String network) {
    Checks.text("network", network);
    return taskSpec(
        t -> {
          List<String> names = List.of(network, networkId(network));
          return t.toBuilder()
              .networks(Keyed.remove(t.networks(), n -> names.contains(or(n.target(), ""))))
              .build();
        });
  }

  /** No longer publishes the TCP port {@code target} of the containers through the mesh. */
  public final ServiceUpdate unpublish(int target) {
    return unpublish(String.valueOf(target));
  }

  /**
   * No longer publishes ports, in the forms of {@link #publish(String)}. A port is found by the one
   * in the containers, its protocol and its mode; the published one does not count, and one that is
   * published by the nodes themselves needs {@code target=80,mode=host}.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final ServiceUpdate unpublish(String ports) {
    List<Object> keys = Publish.parse(ports).stream().map(ServiceRemovals::inContainer).toList();
    return endpoint(
        e ->
            e.toBuilder()
                .ports(Keyed.remove(e.ports(), p -> keys.contains(inContainer(p))))
                .build());
  }

  private static Object inContainer(PortConfig port) {
    return List.of(
        or(port.targetPort(), 0),
        or(port.protocol(), PortProtocol.TCP),
        or(port.publishMode(), PublishMode.INGRESS));
  }
}
