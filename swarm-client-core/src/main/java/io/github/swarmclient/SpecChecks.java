package io.github.swarmclient;

import io.github.swarmclient.model.EndpointMode;
import io.github.swarmclient.model.EndpointSpec;
import io.github.swarmclient.model.Limit;
import io.github.swarmclient.model.Placement;
import io.github.swarmclient.model.PortConfig;
import io.github.swarmclient.model.PortProtocol;
import io.github.swarmclient.model.PublishMode;
import io.github.swarmclient.model.ResourceRequirements;
import io.github.swarmclient.model.ServiceMode;
import io.github.swarmclient.model.ServiceSpec;
import io.github.swarmclient.model.TaskSpec;
import java.util.HashSet;
import java.util.Set;

/** Contradictions within a spec that every engine refuses, found before anything is sent. */
final class SpecChecks {
  private final String operation;

  private SpecChecks(String operation) {
    this.operation = operation;
  }

  /**
   * Returns {@code spec}.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  static ServiceSpec checked(String operation, ServiceSpec spec) {
    SpecChecks checks = new SpecChecks(operation);
    checks.mode(spec, SpecEdit.or(spec.mode(), ServiceMode.builder().build()));
    checks.ports(SpecEdit.or(spec.endpointSpec(), EndpointSpec.builder().build()));
    TaskSpec task = SpecEdit.or(spec.taskTemplate(), TaskSpec.builder().build());
    if (task.containerSpec() != null && task.pluginSpec() != null) {
      throw checks.refused("a service installs a plug-in or runs containers, and not both");
    }
    checks.swap(SpecEdit.or(task.resources(), ResourceRequirements.builder().build()));
    return spec;
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(operation + " failed: " + why + "; nothing was sent");
  }

  private void mode(ServiceSpec spec, ServiceMode mode) {
    boolean job = mode.replicatedJob() != null || mode.globalJob() != null;
    if (job && (spec.updateConfig() != null || spec.rollbackConfig() != null)) {
      throw refused("a job starts anew instead of being updated, and has no updateConfig");
    }
    TaskSpec task = spec.taskTemplate();
    Placement placement = task == null ? null : task.placement();
    if ((mode.global() != null || mode.globalJob() != null)
        && placement != null
        && SpecEdit.or(placement.maxReplicas(), 0L) != 0) {
      throw refused("a global service has one task a node, and no replicasMaxPerNode");
    }
  }

  private void ports(EndpointSpec endpoint) {
    Set<String> published = new HashSet<>();
    for (PortConfig port : endpoint.ports()) {
      int number = SpecEdit.or(port.publishedPort(), 0);
      String name = number + "/" + SpecEdit.or(port.protocol(), PortProtocol.TCP);
      if (number != 0 && !published.add(name)) {
        throw refused("port " + name + " is published twice");
      }
      if (EndpointMode.DNSRR.equals(endpoint.mode())
          && !PublishMode.HOST.equals(port.publishMode())) {
        throw refused(
            "endpoint mode dnsrr has no routing mesh, which is to publish port "
                + name
                + "; publish it with mode=host");
      }
    }
  }

  private void swap(ResourceRequirements resources) {
    Limit limits = resources.limits();
    if (resources.swapBytes() != null
        && (limits == null || SpecEdit.or(limits.memoryBytes(), 0L) == 0)) {
      throw refused("memorySwap needs a limitMemory besides");
    }
  }
}
