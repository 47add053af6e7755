package io.github.swarmclient.internal.text;

import io.github.swarmclient.model.ContainerSpec;
import io.github.swarmclient.model.Driver;
import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.EndpointSpec;
import io.github.swarmclient.model.FailureAction;
import io.github.swarmclient.model.HealthConfig;
import io.github.swarmclient.model.Mount;
import io.github.swarmclient.model.NetworkAttachmentConfig;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PublishMode;
import io.github.swarmclient.model.ResourceRequirements;
import io.github.swarmclient.model.Service;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import io.github.swarmclient.model.UpdateConfig;
import io.github.swarmclient.model.UpdateOrder;
import io.github.swarmclient.model.UpdateStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A service as {@code docker service inspect --pretty} shows it. */
public final class ServicePage {
  private static final BigDecimal STEP = BigDecimal.valueOf(1024);
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private final Service service;
  private final ServiceSpec spec;
  private final UnaryOperator<String> networkName;
  private final Page page = new Page();

  private ServicePage(Service service, UnaryOperator<String> networkName) {
    this.service = service;
    this.networkName = networkName;
    this.spec = Objects.requireNonNullElse(service.spec(), ServiceSpec.builder().build());
  }

  /** Returns the page. */
  public static String of(Service service, UnaryOperator<String> networkName) {
    ServicePage page = new ServicePage(service, networkName);
    page.write();
    return page.page.toString();
  }

  /** Returns {@code replicated}, {@code global}, {@code replicated job} or {@code global job}. */
  public static String modeName(ServiceMode mode) {
    if (mode.global() != null) {
      return "global";
    }
    return mode.replicatedJob() != null
        ? "replicated job"
        : mode.globalJob() != null ? "global job" : "replicated";
  }

  private void write() {
    TaskSpec task = Objects.requireNonNullElse(spec.taskTemplate(), TaskSpec.builder().build());
    ContainerSpec container =
        Objects.requireNonNullElse(task.containerSpec(), ContainerSpec.builder().build());
    line("", "ID", service.id());
    line("", "Name", spec.name());
    page.entries("Labels", " ", spec.labels());
    mode(Objects.requireNonNullElse(spec.mode(), ServiceMode.builder().build()));
    updateStatus(service.updateStatus());
    placement(task.placement());
    config("UpdateConfig", spec.updateConfig());
    config("RollbackConfig", spec.rollbackConfig());
    container(container);
    logDriver(task.logDriver());
    resources(task.resources());
    networks(task.networks());
    endpoint(spec.endpointSpec());
    ports();
    healthcheck(container.healthcheck());
  }

  private void head(String title) {
    page.head(title);
  }

  private void line(String indent, String name, @Nullable Object value) {
    page.line(indent + name + ":\t", value);
  }

  private void mode(ServiceMode mode) {
    String name = modeName(mode);
    line("", "Service Mode", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    if (mode.replicated() != null) {
      line(" ", "Replicas", mode.replicated().replicas());
    }
    if (mode.replicatedJob() != null) {
      line(" ", "Max Concurrent", mode.replicatedJob().maxConcurrent());
      line(" ", "Total Completions", mode.replicatedJob().totalCompletions());
    }
  }

  private void updateStatus(@Nullable UpdateStatus status) {
    if (status != null && status.state() != null) {
      head("UpdateStatus");
      line(" ", "State", status.state());
      line(" ", "Started", status.startedAt());
      line(" ", "Completed", status.completedAt());
      line(" ", "Message", status.message());
    }
  }

  private void placement(@Nullable Placement placement) {
    head("Placement");
    if (placement != null) {
      line(" ", "Constraints", words(placement.constraints()));
      placement.preferences().stream()
          .filter(preference -> preference.spread() != null)
          .forEach(p -> line(" ", "Preferences", "spread=" + p.spread().spreadDescriptor()));
      Long most = placement.maxReplicas();
      line(" ", "Max Replicas Per Node", most == null || most == 0 ? null : most);
    }
  }

  /** Shows what holds: the engine's defaults where nothing is set. */
  private void config(String title, @Nullable UpdateConfig set) {
    UpdateConfig config =
        Objects.requireNonNullElse(set, UpdateConfig.builder().parallelism(1L).build());
    head(title);
    Long parallelism = config.parallelism();
    line(" ", "Parallelism", parallelism == null ? 0 : Long.toUnsignedString(parallelism));
    if (config.delay() != null && !config.delay().isZero()) {
      line(" ", "Delay", go(config.delay()));
    }
    line(
        " ", "On failure", Objects.requireNonNullElse(config.failureAction(), FailureAction.PAUSE));
    Duration monitor = config.monitor();
    line(
        " ",
        "Monitoring Period",
        go(monitor == null || monitor.isZero() ? Duration.ofSeconds(5) : monitor));
    Double ratio = config.maxFailureRatio();
    line(" ", "Max failure ratio", ratio == null || ratio == 0 ? "0" : ratio);
    UpdateOrder order = config.order();
    line(
        title.startsWith("Update") ? " Update " : " Rollback ",
        "order",
        order == null || order.value().isEmpty() ? UpdateOrder.STOP_FIRST : order);
  }

  private void container(ContainerSpec container) {
    head("ContainerSpec");
    line(" ", "Image", container.image());
    line(" ", "Command", words(container.command()));
    line(" ", "Args", words(container.args()));
    line(" ", "Env", words(container.env()));
    line(" ", "Dir", container.dir());
    line(" ", "User", container.user());
    line(" ", "Init", container.init());
    capabilities(container);
    page.entries("SysCtls", " ", container.sysctls());
    if (!container.ulimits().isEmpty()) {
      head("Ulimits");
      container
          .ulimits()
          .forEach(u -> line(" ", String.valueOf(u.name()), u.soft() + ":" + u.hard()));
    }
    if (!container.mounts().isEmpty()) {
      head("Mounts");
      container.mounts().forEach(this::mount);
    }
    files(container);
  }

  private void capabilities(ContainerSpec container) {
    if (!container.capabilityAdd().isEmpty() || !container.capabilityDrop().isEmpty()) {
      head("Capabilities");
      line(" ", "Add", String.join(", ", container.capabilityAdd()));
      line(" ", "Drop", String.join(", ", container.capabilityDrop()));
    }
  }

  private void mount(Mount mount) {
    line(" ", "Target", mount.target());
    line("  ", "Source", mount.source());
    line("  ", "ReadOnly", Objects.requireNonNullElse(mount.readOnly(), false));
    line("  ", "Type", mount.type());
  }

  private void files(ContainerSpec container) {
    if (!container.configs().isEmpty()) {
      head("Configs");
      container
          .configs()
          .forEach(c -> file(c.file() == null ? null : c.file().name(), c.configName()));
    }
    if (!container.secrets().isEmpty()) {
      head("Secrets");
      container
          .secrets()
          .forEach(s -> file(s.file() == null ? null : s.file().name(), s.secretName()));
    }
  }

  private void file(@Nullable String target, @Nullable String source) {
    line(" ", "Target", target);
    line("  ", "Source", source);
  }

  private void logDriver(@Nullable Driver driver) {
    if (driver != null) {
      head("Log Driver");
      line(" ", "Name", driver.name());
      page.entries(" LogOpts", "  ", driver.options());
    }
  }

  private void networks(List<NetworkAttachmentConfig> networks) {
    if (!networks.isEmpty()) {
      List<String> names =
          networks.stream().map(n -> networkName.apply(String.valueOf(n.target()))).toList();
      line("", "Networks", words(names));
    }
  }

  private void healthcheck(@Nullable HealthConfig health) {
    if (health != null) {
      head("Healthcheck");
      line(" ", "Interval", health.interval() == null ? null : go(health.interval()));
      line(" ", "Retries", health.retries());
      line(" ", "StartPeriod", health.startPeriod() == null ? null : go(health.startPeriod()));
      line(" ", "Timeout", health.timeout() == null ? null : go(health.timeout()));
      line(" ", "Test", words(health.test()));
    }
  }

  private void resources(@Nullable ResourceRequirements resources) {
    head("Resources");
    if (resources != null && resources.reservations() != null) {
      amounts(
          "Reservations",
          resources.reservations().nanoCpus(),
          resources.reservations().memoryBytes());
    }
    if (resources != null && resources.limits() != null) {
      amounts("Limits", resources.limits().nanoCpus(), resources.limits().memoryBytes());
      Long pids = resources.limits().pids();
      line("  ", "PIDs", pids == null || pids == 0 ? null : pids);
    }
  }

  private void amounts(String title, @Nullable Long nanoCpus, @Nullable Long memory) {
    Double cpus = nanoCpus == null || nanoCpus == 0 ? null : nanoCpus / 1e9;
    String bytes = memory == null || memory == 0 ? null : binary(memory);
    if (cpus != null || bytes != null) {
      head(" " + title);
      line("  ", "CPU", cpus);
      line("  ", "Memory", bytes);
    }
  }

  /** Returns {@code 64MiB}: four digits at most, as the command line writes sizes. */
  static String binary(long bytes) {
    BigDecimal size = BigDecimal.valueOf(bytes);
    int unit = 0;
    while (size.compareTo(STEP) >= 0 && unit < UNITS.size() - 1) {
      size = size.divide(STEP);
      unit++;
    }
    return size.round(new MathContext(4)).stripTrailingZeros().toPlainString() + UNITS.get(unit);
  }

  private void endpoint(@Nullable EndpointSpec endpoint) {
    EndpointMode mode = endpoint == null ? null : endpoint.mode();
    line("", "Endpoint Mode", mode == null ? EndpointMode.VIP : mode);
  }

  private void ports() {
    List<PortConfig> ports = service.endpoint() == null ? List.of() : service.endpoint().ports();
    if (!ports.isEmpty()) {
      head("Ports");
    }
    for (PortConfig port : ports) {
      line(" ", "PublishedPort", port.publishedPort());
      line("  ", "Protocol", port.protocol());
      line("  ", "TargetPort", port.targetPort());
      line(
          "  ", "PublishMode", Objects.requireNonNullElse(port.publishMode(), PublishMode.INGRESS));
    }
  }

  private static String words(List<String> words) {
    return String.join(" ", words);
  }

  /** Returns {@code 1m30s}, as Go writes durations. */
  private static String go(Duration duration) {
    String text = duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    return text.isEmpty() ? "0s" : text;
  }
}
