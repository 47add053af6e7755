package io.github.swarmclient;

import io.github.swarmclient.model.CredentialSpec;
import io.github.swarmclient.model.DnsConfig;
import io.github.swarmclient.model.Mount;
import io.github.swarmclient.model.Ulimit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of what the containers of a service find around them: mounts, names, kernel
 * parameters and limits.
 *
 * @param <T> the class that has the ending
 */
public abstract sealed class SandboxEdit<T extends SandboxEdit<T>> extends ContainerEdit<T>
    permits PlacementEdit {
  private static final long LEAST_SCORE = -1000;
  private static final long MOST_SCORE = 1000;

  SandboxEdit() {}

  /** Adds a mount; one with the same target is replaced. */
  public final T mount(UnaryOperator<Mount.Builder> mount) {
    return mount(mount.apply(Mount.builder()).build());
  }

  /**
   * Adds a mount, in the form of the command line: {@code
   * type=bind,source=/srv,target=/data,readonly}. One with the same target is replaced. A source
   * that begins with a dot is a path from here; it has to be on every node.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final T mount(String mount) {
    return mount(MountText.parse(mount));
  }

  private T mount(Mount added) {
    return containerSpec(
        c -> c.toBuilder().mounts(Keyed.put(c.mounts(), added, m -> m.target())).build());
  }

  /** Adds a name to the file of hosts; it may have several addresses. */
  public final T host(String name, String address) {
    String line = Checks.address("host", address) + " " + Checks.word("host", name);
    return hosts(hosts -> Keyed.put(hosts, line, h -> h));
  }

  final T hosts(UnaryOperator<List<String>> change) {
    return containerSpec(c -> c.toBuilder().hosts(change.apply(c.hosts())).build());
  }

  /** Adds a name server, by its address. */
  public final T dns(String address) {
    Checks.address("name server", address);
    return dns(d -> d.toBuilder().nameservers(Keyed.put(d.nameservers(), address, a -> a)).build());
  }

  /** Adds a domain in which short names are looked up. */
  public final T dnsSearch(String domain) {
    Checks.word("search domain", domain);
    return dns(d -> d.toBuilder().search(Keyed.put(d.search(), domain, s -> s)).build());
  }

  /** Adds an option of name resolution, such as {@code ndots:2}. */
  public final T dnsOption(String option) {
    Checks.word("DNS option", option);
    return dns(d -> d.toBuilder().options(Keyed.put(d.options(), option, o -> o)).build());
  }

  final T dns(UnaryOperator<DnsConfig> change) {
    return containerSpec(
        c ->
            c.toBuilder()
                .dnsConfig(part(c.dnsConfig(), DnsConfig.builder().build(), change))
                .build());
  }

  /** Sets a kernel parameter of the containers alone. */
  public final T sysctl(String name, String value) {
    Checks.word("kernel parameter", name);
    return container(c -> c.putSysctl(name, value));
  }

  /**
   * Sets a limit of the processes: {@code nofile=1024:2048}, the soft one and the hard one.
   *
   * @throws IllegalArgumentException if the text is malformed, with what and where
   */
  public final T ulimit(String limit) {
    return ulimit(UlimitText.parse(limit));
  }

  /** Sets a limit of the processes, such as {@code nofile}; -1 is no limit. */
  public final T ulimit(String name, long soft, long hard) {
    return ulimit(UlimitText.of(name, soft, hard));
  }

  private T ulimit(Ulimit added) {
    return containerSpec(
        c -> c.toBuilder().ulimits(Keyed.put(c.ulimits(), added, u -> u.name())).build());
  }

  /**
   * Sets how readily the kernel kills the processes if memory runs short, from -1000, never, to
   * 1000. API 1.46.
   */
  public final T oomScoreAdj(long score) {
    Checks.within("OOM score", score, LEAST_SCORE, MOST_SCORE);
    return container(c -> c.oomScoreAdj(score));
  }

  /**
   * Sets the credential spec of Windows containers: {@code config://name}, {@code file://name} or
   * {@code registry://name}. An empty text takes it away. The ending looks for the ID of a config,
   * and throws {@link NotFoundException} if there is none of this name.
   *
   * @throws IllegalArgumentException if the text is malformed
   */
  public final T credentialSpec(String text) {
    return credentialSpec(Credentials.parse(text));
  }

  /**
   * Sets the credential spec of Windows containers: one of a config, by its name, a file and a
   * value in the registry.
   *
   * @throws IllegalArgumentException if it is none of these, or several
   */
  public final T credentialSpec(UnaryOperator<CredentialSpec.Builder> credentials) {
    return credentialSpec(Credentials.checked(credentials.apply(CredentialSpec.builder()).build()));
  }

  private T credentialSpec(@Nullable CredentialSpec credentials) {
    return containerSpec(c -> Credentials.put(c, credentials));
  }
}
