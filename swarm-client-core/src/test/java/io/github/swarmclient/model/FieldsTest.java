package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.internal.json.Json;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The models against the list of members that the engine declares, where that list is at hand. */
class FieldsTest {
  /** The models that are not named as the engine's type, without its package, is. */
  private static final Map<String, Class<?>> NAMED_OTHERWISE =
      Map.ofEntries(
          Map.entry("events.Actor", EventActor.class),
          Map.entry("events.Message", EngineEvent.class),
          Map.entry("mount.Driver", VolumeDriver.class),
          Map.entry("network.ConfigReference", NetworkConfigReference.class),
          Map.entry("network.ConnectRequest", NetworkConnectRequest.class),
          Map.entry("network.CreateRequest", NetworkCreateRequest.class),
          Map.entry("network.CreateResponse", NetworkCreated.class),
          Map.entry("network.DisconnectRequest", NetworkDisconnectRequest.class),
          Map.entry("network.EndpointIPAMConfig", EndpointIpamConfig.class),
          Map.entry("network.IPAM", Ipam.class),
          Map.entry("network.IPAMConfig", IpamConfig.class),
          Map.entry("network.Inspect", Network.class),
          Map.entry("network.PruneReport", NetworkPruneReport.class),
          Map.entry("network.ServiceInfo", NetworkServiceInfo.class),
          Map.entry("network.Summary", Network.class),
          Map.entry("network.Task", NetworkTask.class),
          Map.entry("registry.AuthConfig", RegistryAuth.class),
          Map.entry("swarm.CAConfig", CaConfig.class),
          Map.entry("swarm.ClusterInfo", Swarm.class),
          Map.entry("swarm.ConfigCreateResponse", ConfigCreated.class),
          Map.entry("swarm.DNSConfig", DnsConfig.class),
          Map.entry("swarm.ExternalCA", ExternalCa.class),
          Map.entry("swarm.IPAMConfig", SwarmIpamConfig.class),
          Map.entry("swarm.IPAMOptions", SwarmIpamOptions.class),
          Map.entry("swarm.Info", SwarmInfo.class),
          Map.entry("swarm.InitRequest", SwarmInitRequest.class),
          Map.entry("swarm.JoinRequest", SwarmJoinRequest.class),
          Map.entry("swarm.Network", AttachedNetwork.class),
          Map.entry("swarm.NodeCSIInfo", NodeCsiInfo.class),
          Map.entry("swarm.SELinuxContext", SeLinuxContext.class),
          Map.entry("swarm.SecretCreateResponse", SecretCreated.class),
          Map.entry("swarm.ServiceCreateResponse", ServiceCreated.class),
          Map.entry("swarm.ServiceUpdateResponse", ServiceUpdated.class),
          Map.entry("swarm.Spec", SwarmSpec.class),
          Map.entry("swarm.TLSInfo", TlsInfo.class),
          Map.entry("swarm.UnlockKeyResponse", UnlockKey.class),
          Map.entry("swarm.Version", ObjectVersion.class),
          Map.entry("system.VersionResponse", EngineVersion.class),
          Map.entry("volume.CreateRequest", VolumeCreateRequest.class),
          Map.entry("volume.Info", ClusterVolumeInfo.class),
          Map.entry("volume.ListResponse", VolumeList.class),
          Map.entry("volume.PruneReport", VolumePruneReport.class),
          Map.entry("volume.PublishStatus", VolumePublishStatus.class),
          Map.entry("volume.Secret", ClusterVolumeSecret.class));

  /** What the engine embeds in other objects, each with one of these. */
  private static final Map<String, Class<?>> EMBEDDED =
      Map.of("swarm.Meta", Service.class, "swarm.Annotations", ServiceSpec.class);

  /** Members that the list lacks, and why they are modelled. */
  private static final Map<String, String> BEYOND =
      Map.of("ServiceSpec.Networks", "engines up to 28 still return it");

  private static final Map<String, Class<?>> JAVA_TYPES =
      Map.ofEntries(
          Map.entry("string", String.class),
          Map.entry("bool", Boolean.class),
          Map.entry("int", Integer.class),
          Map.entry("int64", Long.class),
          Map.entry("uint64", Long.class),
          Map.entry("os.FileMode", Long.class),
          Map.entry("float32", Double.class),
          Map.entry("time.Duration", Duration.class),
          Map.entry("time.Time", Instant.class),
          Map.entry("timeext.Time", Instant.class),
          Map.entry("[]byte", Bytes.class));

  private final Map<String, Map<String, String>> declared = new LinkedHashMap<>();

  @BeforeEach
  void readTheList() throws Exception {
    Path list =
        Path.of(
            Optional.ofNullable(System.getProperty("SWARM_ENGINE_FIELDS"))
                .or(() -> Optional.ofNullable(System.getenv("SWARM_ENGINE_FIELDS")))
                .orElse("../../shared/reference/engine-api-fields.json"));
    assumeTrue(Files.isRegularFile(list), () -> "no list of members at " + list);
    JsonNode objects = Json.MAPPER.readTree(Files.readAllBytes(list)).get("objects");
    objects
        .properties()
        .forEach(
            object -> {
              Map<String, String> members = new LinkedHashMap<>();
              object
                  .getValue()
                  .properties()
                  .forEach(member -> members.put(member.getKey(), member.getValue().asText()));
              declared.put(object.getKey(), members);
            });
  }

  @Test
  void noMemberIsMissing() {
    List<String> missing = new ArrayList<>();
    int[] covered = new int[1];
    declared.forEach(
        (object, members) -> {
          Set<String> modelled = Models.members(modelOf(object)).keySet();
          for (String member : members.keySet()) {
            String name = object + "." + member;
            if (modelled.contains(member)) {
              covered[0]++;
            } else {
              missing.add(name);
            }
          }
        });
    System.out.printf("Engine API: %d objects, %d members covered%n", declared.size(), covered[0]);
    assertThat(missing).isEmpty();
  }

  @Test
  void noMemberIsMisspelt() {
    Map<Class<?>, Set<String>> names = new LinkedHashMap<>();
    declared.forEach(
        (object, members) -> {
          if (!EMBEDDED.containsKey(object)) {
            names
                .computeIfAbsent(modelOf(object), model -> new LinkedHashSet<>())
                .addAll(members.keySet());
          }
        });
    List<String> misspelt = new ArrayList<>();
    names.forEach(
        (model, members) -> {
          for (String member : Models.members(model).keySet()) {
            String name = model.getSimpleName() + "." + member;
            if (!members.contains(member) && !BEYOND.containsKey(name)) {
              misspelt.add(name);
            }
          }
        });
    assertThat(misspelt).isEmpty();
  }

  @Test
  void membersHaveTheTypesThatTheEngineDeclares() {
    List<String> odd = new ArrayList<>();
    declared.forEach(
        (object, members) -> {
          Map<String, Method> modelled = Models.members(modelOf(object));
          members.forEach(
              (member, declaration) -> {
                Method accessor = modelled.get(member);
                if (accessor != null && !fits(accessor, declaration.replace(" omitempty", ""))) {
                  odd.add(object + "." + member + " " + declaration + ": " + accessor);
                }
              });
        });
    assertThat(odd).isEmpty();
  }

  private static boolean fits(Method accessor, String declaration) {
    String go = declaration.startsWith("*") ? declaration.substring(1) : declaration;
    Class<?> type = accessor.getReturnType();
    if (accessor.isAnnotationPresent(Uint64.class) != go.equals("uint64")) {
      return false;
    } else if (JAVA_TYPES.containsKey(go)) {
      return JAVA_TYPES.get(go) == type;
    } else if (go.equals("uint32")) {
      return type == (accessor.getName().endsWith("Port") ? Integer.class : Long.class);
    } else if (go.startsWith("[]")) {
      return type == List.class;
    } else if (go.equals("map[string]any")) {
      return WireObject.class.isAssignableFrom(type);
    } else if (go.startsWith("map[")) {
      return type == Map.class;
    }
    return type == String.class || WireObject.class.isAssignableFrom(type) || isWord(type);
  }

  private static boolean isWord(Class<?> type) {
    return OpenEnum.class.isAssignableFrom(type);
  }

  private static Class<?> modelOf(String object) {
    Class<?> embedding = EMBEDDED.get(object);
    if (embedding != null) {
      return embedding;
    }
    Class<?> other = NAMED_OTHERWISE.get(object);
    if (other != null) {
      return other;
    }
    String name = object.substring(object.indexOf('.') + 1);
    return Models.wireObjects().stream()
        .filter(model -> model.getSimpleName().equals(name))
        .findAny()
        .orElseThrow(() -> new AssertionError("no model of " + object));
  }
}
