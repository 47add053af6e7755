package io.github.swarmclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.swarmclient.internal.json.Json;
import io.github.swarmclient.model.RegistryAuth;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logins at registries that the Docker configuration of this machine has, in its file or with
 * credential helpers. A login goes to the registry that it is for and to no other; one that cannot
 * be read is an exception, and not no login. No message has anything of what was read.
 */
final class RegistryCredentials {
  private static final String CONFIG_FILE = "config.json";
  private static final int LARGEST_CONFIG = 4 << 20;

  private final Path config;
  private final CredentialHelper helper;

  RegistryCredentials(Path config, CredentialHelper helper) {
    this.config = config;
    this.helper = helper;
  }

  /**
   * Returns those of a Docker configuration.
   *
   * @param directory the folder that has it; null is the one that this machine's environment names
   */
  static RegistryCredentials in(@Nullable Path directory) {
    return new RegistryCredentials(
        directory == null ? configFile(System.getenv()) : directory.resolve(CONFIG_FILE),
        CredentialHelper.onPath(searchPath()));
  }

  /**
   * Returns the header of the login for an image, or null if there is none.
   *
   * @throws SwarmException if a login cannot be read
   */
  @Nullable String forImage(String image) {
    return header(ImageReference.parse(image).registry());
  }

  /** Returns the header for a user and a password. */
  static String of(String image, String user, String password) {
    return encode(
        RegistryAuth.builder()
            .username(Checks.text("user", user))
            .password(password)
            .serverAddress(ImageReference.parse(image).registry())
            .build());
  }

  static Path configFile(Map<String, String> environment) {
    String directory = environment.get("DOCKER_CONFIG");
    return (directory == null || directory.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".docker")
            : Path.of(directory))
        .resolve(CONFIG_FILE);
  }

  private static List<Path> searchPath() {
    String path = System.getenv("PATH");
    return path == null
        ? List.of()
        : Arrays.stream(path.split(File.pathSeparator))
            .filter(directory -> !directory.isEmpty())
            .map(Path::of)
            .toList();
  }

  /** Returns the header of the login at a registry, or null if there is none. */
  @Nullable String header(String registry) {
    JsonNode root = read(registry);
    String name = helperName(root, registry);
    RegistryAuth auth = name == null ? stored(root, registry) : helper.get(name, registry);
    return auth == null ? null : encode(auth);
  }

  private JsonNode read(String registry) {
    byte[] json;
    try (InputStream in = Files.newInputStream(config)) {
      json = in.readNBytes(LARGEST_CONFIG + 1);
    } catch (NoSuchFileException e) {
      return Json.MAPPER.createObjectNode();
    } catch (IOException e) {
      throw unreadable(registry, "it cannot be opened");
    }
    if (json.length > LARGEST_CONFIG) {
      throw unreadable(registry, "it is larger than " + LARGEST_CONFIG + " bytes");
    }
    try {
      JsonNode root = Json.MAPPER.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (IOException e) {
      // Not the cause, which may quote the file.
      throw unreadable(registry, "it is no JSON");
    }
    throw unreadable(registry, "it is no JSON object");
  }

  private @Nullable String helperName(JsonNode root, String registry) {
    JsonNode own = root.path("credHelpers").path(registry);
    JsonNode named = own.isMissingNode() ? root.path("credsStore") : own;
    if (named.isMissingNode() || named.isNull()) {
      return null;
    }
    if (!named.isTextual()) {
      throw unreadable(registry, "the name of a credential helper in it is no text");
    }
    return named.textValue().isEmpty() ? null : named.textValue();
  }

  private @Nullable RegistryAuth stored(JsonNode root, String registry) {
    JsonNode auths = root.path("auths");
    JsonNode entry = auths.path(registry);
    if (entry.isMissingNode() && !registry.contains("://")) {
      entry = formerly(auths, registry);
    }
    if (entry.isMissingNode() || entry.isNull()) {
      return null;
    }
    RegistryAuth.Builder auth = RegistryAuth.builder().serverAddress(registry);
    String token = text(entry, "identitytoken", registry);
    if (token != null) {
      return auth.identityToken(token).build();
    }
    String registryToken = text(entry, "registrytoken", registry);
    if (registryToken != null) {
      return auth.registryToken(registryToken).build();
    }
    String encoded = text(entry, "auth", registry);
    if (encoded != null) {
      return decode(auth, encoded, registry);
    }
    String user = text(entry, "username", registry);
    String password = text(entry, "password", registry);
    return user == null || password == null ? null : auth.username(user).password(password).build();
  }

  /** Old versions wrote {@code https://host/v1/} where new ones write {@code host}. */
  private static JsonNode formerly(JsonNode auths, String registry) {
    JsonNode found = auths.path(registry);
    for (Map.Entry<String, JsonNode> entry : auths.properties()) {
      String host = entry.getKey().replaceFirst("^https?://", "").replaceFirst("/.*$", "");
      if (host.equals(registry)) {
        found = entry.getValue();
      }
    }
    return found;
  }

  private @Nullable String text(JsonNode entry, String name, String registry) {
    JsonNode value = entry.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw unreadable(registry, "the login in it is malformed");
    }
    return value.textValue().isEmpty() ? null : value.textValue();
  }

  private RegistryAuth decode(RegistryAuth.Builder auth, String encoded, String registry) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded.strip());
    } catch (IllegalArgumentException e) {
      throw unreadable(registry, "the login in it is malformed");
    }
    String pair = new String(bytes, StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    if (colon < 1) {
      throw unreadable(registry, "the login in it is malformed");
    }
    // Padded by old versions.
    String password = pair.substring(colon + 1).replaceFirst("\0+$", "");
    return auth.username(pair.substring(0, colon)).password(password).build();
  }

  private SwarmException unreadable(String registry, String why) {
    return new SwarmException("login at " + registry, config + ": " + why, null);
  }

  private static String encode(RegistryAuth auth) {
    try {
      return Base64.getUrlEncoder().encodeToString(Json.MAPPER.writeValueAsBytes(auth));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a login cannot be written as JSON");
    }
  }
}
