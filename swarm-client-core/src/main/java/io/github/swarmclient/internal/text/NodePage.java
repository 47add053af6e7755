package io.github.swarmclient.internal.text;

import io.github.swarmclient.model.Bytes;
import io.github.swarmclient.model.EngineDescription;
import io.github.swarmclient.model.ManagerStatus;
import io.github.swarmclient.model.Node;
import io.github.swarmclient.model.NodeDescription;
import io.github.swarmclient.model.NodeSpec;
import io.github.swarmclient.model.NodeStatus;
import io.github.swarmclient.model.Platform;
import io.github.swarmclient.model.PluginDescription;
import io.github.swarmclient.model.Resources;
import io.github.swarmclient.model.TlsInfo;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node as {@code docker node inspect --pretty} shows it. */
public final class NodePage {
  private final Page page = new Page();

  private NodePage() {}

  /** Returns the page. */
  public static String of(Node node) {
    NodePage page = new NodePage();
    NodeSpec spec = Objects.requireNonNullElse(node.spec(), NodeSpec.builder().build());
    NodeDescription description =
        Objects.requireNonNullElse(node.description(), NodeDescription.builder().build());
    page.page
        .line("ID:\t\t\t", node.id())
        .line("Name:\t\t\t", spec.name())
        .entries("Labels", " - ", spec.labels())
        .line("Hostname:              \t", description.hostname())
        .line("Joined at:             \t", Page.time(node.createdAt()));
    page.status(node.status(), spec);
    page.manager(node.managerStatus());
    page.platform(description.platform());
    page.resources(description.resources());
    page.engine(description.engine());
    page.tls(description.tlsInfo());
    return page.page.toString();
  }

  private void status(@Nullable NodeStatus status, NodeSpec spec) {
    page.head("Status");
    if (status != null) {
      page.line(" State:\t\t\t", capital(status.state()))
          .line(" Message:              \t", status.message());
    }
    page.line(" Availability:         \t", capital(spec.availability()));
    if (status != null) {
      page.line(" Address:\t\t", status.addr());
    }
  }

  private void manager(@Nullable ManagerStatus manager) {
    if (manager != null) {
      page.head("Manager Status")
          .line(" Address:\t\t", manager.addr())
          .line(" Raft Status:\t\t", capital(manager.reachability()))
          .line(" Leader:\t\t", Boolean.TRUE.equals(manager.leader()) ? "Yes" : "No");
    }
  }

  private void platform(@Nullable Platform platform) {
    if (platform != null) {
      page.head("Platform")
          .line(" Operating System:\t", platform.os())
          .line(" Architecture:\t\t", platform.architecture());
    }
  }

  private void resources(@Nullable Resources resources) {
    if (resources != null) {
      Long cpus = resources.nanoCpus();
      Long memory = resources.memoryBytes();
      page.head("Resources")
          .line(" CPUs:\t\t\t", cpus == null ? null : cpus / 1_000_000_000)
          .line(" Memory:\t\t", memory == null ? null : ServicePage.binary(memory));
    }
  }

  private void engine(@Nullable EngineDescription engine) {
    if (engine == null) {
      return;
    }
    if (!engine.plugins().isEmpty()) {
      Map<String, String> byType =
          engine.plugins().stream()
              .collect(
                  Collectors.groupingBy(
                      plugin -> String.valueOf(plugin.type()),
                      TreeMap::new,
                      Collectors.mapping(NodePage::name, Collectors.joining(", "))));
      page.head("Plugins");
      byType.forEach((type, names) -> page.line(" " + Text.printable(type) + ":\t\t", names));
    }
    page.line("Engine Version:\t\t", engine.engineVersion())
        .entries("Engine Labels", " - ", engine.labels());
  }

  private static String name(PluginDescription plugin) {
    return String.valueOf(plugin.name());
  }

  private void tls(@Nullable TlsInfo tls) {
    if (tls != null && tls.trustRoot() != null && !tls.trustRoot().isEmpty()) {
      page.head("TLS Info").head(" TrustRoot").block(tls.trustRoot());
      page.line(" Issuer Subject:\t", base64(tls.certIssuerSubject()));
      page.line(" Issuer Public Key:\t", base64(tls.certIssuerPublicKey()));
    }
  }

  private static @Nullable String base64(@Nullable Bytes bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String capital(@Nullable Object word) {
    return word == null ? "" : Words.capitalised(word.toString());
  }
}
