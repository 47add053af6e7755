package io.github.swarmclient.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.testkit.internal.Wire;
import java.util.Set;

/** The spec of a service in which everything is set, and much that no engine knows yet. */
final class EveryMember {
  /** What users name: here an unknown member would be one more label. */
  private static final Set<String> MAPS = Set.of("Labels", "Sysctls", "Options", "DriverOpts");

  private static final String SPEC =
      """
      {
        "Labels": {"a": "b", "empty": ""},
        "TaskTemplate": {
          "ContainerSpec": {
            "Image": "alpine:latest",
            "Labels": {"c": "d"},
            "Command": ["/bin/sh", "-e"],
            "Args": ["-c", "sleep {{.Task.Slot}}"],
            "Hostname": "{{.Node.Hostname}}",
            "Env": ["A=1", "B=two words", "C="],
            "Dir": "/tmp",
            "User": "1000:1001",
            "Groups": ["1002", "wheel"],
            "Privileges": {
              "SELinuxContext": {"Disable": false, "Type": "t"},
              "Seccomp": {"Mode": "default"},
              "AppArmor": {"Mode": "default"},
              "NoNewPrivileges": true
            },
            "Init": true,
            "StopSignal": "SIGQUIT",
            "TTY": true,
            "ReadOnly": true,
            "Mounts": [
              {
                "Type": "volume",
                "Source": "data",
                "Target": "/data",
                "VolumeOptions": {
                  "NoCopy": true,
                  "Labels": {"x": "y"},
                  "DriverConfig": {"Name": "local", "Options": {"type": "tmpfs"}}
                }
              },
              {
                "Type": "bind",
                "Source": "/etc",
                "Target": "/host-etc",
                "ReadOnly": true,
                "BindOptions": {"Propagation": "rprivate"}
              },
              {"Type": "tmpfs", "Target": "/scratch", "TmpfsOptions": {"SizeBytes": 1048576}}
            ],
            "StopGracePeriod": 62000000000,
            "Healthcheck": {
              "Test": ["CMD-SHELL", "true || exit 1"],
              "Interval": 31000000000,
              "Timeout": 8000000000,
              "StartPeriod": 7000000000,
              "StartInterval": 3000000000,
              "Retries": 4
            },
            "Hosts": ["10.0.0.5 db"],
            "DNSConfig": {
              "Nameservers": ["10.0.0.53"],
              "Search": ["example.com"],
              "Options": ["ndots:2"]
            },
            "Isolation": "default",
            "Sysctls": {"net.core.somaxconn": "1024"},
            "CapabilityAdd": ["CAP_NET_ADMIN"],
            "CapabilityDrop": ["CAP_MKNOD"],
            "Ulimits": [{"Name": "nofile", "Soft": 1024, "Hard": 2048}],
            "OomScoreAdj": -100
          },
          "Resources": {
            "Limits": {"NanoCPUs": 1500000000, "MemoryBytes": 67108864, "Pids": 100},
            "Reservations": {
              "NanoCPUs": 250000000,
              "MemoryBytes": 33554432,
              "GenericResources": [{"DiscreteResourceSpec": {"Kind": "gpu", "Value": 2}}]
            }
          },
          "RestartPolicy": {
            "Condition": "on-failure",
            "Delay": 3000000000,
            "MaxAttempts": 6,
            "Window": 120000000000
          },
          "Placement": {
            "Constraints": ["node.labels.none==yes", "node.role!=manager"],
            "Preferences": [{"Spread": {"SpreadDescriptor": "node.labels.rack"}}],
            "MaxReplicas": 4,
            "Platforms": [{"Architecture": "amd64", "OS": "linux"}]
          },
          "LogDriver": {"Name": "json-file", "Options": {"max-file": "2", "max-size": "1m"}},
          "ForceUpdate": 0,
          "Runtime": "container"
        },
        "Mode": {"Replicated": {"Replicas": 2}},
        "UpdateConfig": {
          "Parallelism": 2,
          "Delay": 11000000000,
          "FailureAction": "rollback",
          "Monitor": 13000000000,
          "MaxFailureRatio": 0.2,
          "Order": "start-first"
        },
        "RollbackConfig": {
          "Parallelism": 3,
          "Delay": 12000000000,
          "FailureAction": "continue",
          "Monitor": 14000000000,
          "MaxFailureRatio": 0.3,
          "Order": "stop-first"
        },
        "EndpointSpec": {
          "Mode": "vip",
          "Ports": [
            {
              "Protocol": "tcp",
              "TargetPort": 80,
              "PublishedPort": 19080,
              "PublishMode": "ingress"
            },
            {"Protocol": "udp", "TargetPort": 81, "PublishedPort": 19081, "PublishMode": "host"}
          ]
        }
      }
      """;

  private EveryMember() {}

  /** Returns the spec of the given name; in every object of it stand members nobody knows. */
  static ObjectNode spec(String name) {
    ObjectNode spec = (ObjectNode) Wire.read(SPEC);
    addUnknown(spec);
    spec.put("Name", name);
    return spec;
  }

  private static void addUnknown(JsonNode node) {
    node.properties().stream()
        .filter(member -> !MAPS.contains(member.getKey()))
        .forEach(member -> addUnknown(member.getValue()));
    if (node.isArray()) {
      node.forEach(EveryMember::addUnknown);
    }
    if (node instanceof ObjectNode object) {
      object.put("FutureText", "text");
      object.put("FutureNumber", 18_014_398_509_481_985L);
      object.put("FutureFraction", 0.1);
      object.putArray("FutureList").addObject().put("Deep", true);
      object.putObject("FutureObject").putObject("Deeper").put("Deepest", "");
    }
  }
}
