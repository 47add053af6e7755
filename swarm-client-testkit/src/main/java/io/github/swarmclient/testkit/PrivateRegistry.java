package io.github.swarmclient.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.testcontainers.utility.DockerImageName;

/**
 * A registry that wants a login, whatever runs it.
 *
 * @param address where the nodes see it, {@code registry:5000}; it speaks plain HTTP there
 * @param images what is in it, at least one
 */
record PrivateRegistry(String address, List<String> images) {
  static final String HOSTNAME = "registry";
  static final int PORT = 5000;

  private static final String USER = "swarm";
  private static final String PASSWORD = "correct-horse-7Jb2";

  /**
   * The password as the registry knows it. It takes bcrypt alone, which Java does not have; so the
   * password is always the same one. It guards nothing but images that are on this machine anyway.
   */
  private static final String PASSWORD_HASH =
      "$2y$05$wTqJ0c5mR8vN1xZ4bL7hKewvOC7ZG4fYxQZazUOCTlCq64YJNnOYy";

  private static final String PASSWORD_FILE = "/etc/registry-htpasswd";

  /** A port where nobody listens: whoever is sent there knows at once that there is no way. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  /** The environment of engines without a registry: their tasks run the images that are there. */
  static final Map<String, String> OFFLINE = Map.of("DOCKER_SERVICE_PREFER_OFFLINE_IMAGE", "1");

  /** The environment of its container. */
  static final List<String> ENVIRONMENT =
      List.of(
          "HTPASSWD=" + USER + ":" + PASSWORD_HASH,
          "REGISTRY_AUTH=htpasswd",
          "REGISTRY_AUTH_HTPASSWD_REALM=swarm",
          "REGISTRY_AUTH_HTPASSWD_PATH=" + PASSWORD_FILE);

  /** Writes the file of passwords, and goes on with what the image starts by itself. */
  static final List<String> ENTRYPOINT =
      List.of(
          "sh", "-c", "printf '%s\\n' \"$HTPASSWD\" >" + PASSWORD_FILE + " && exec \"$@\"", "sh");

  /** Returns the image that it is made from itself. */
  static String ownImage() {
    return Objects.requireNonNullElse(System.getenv("SWARM_REGISTRY_IMAGE"), "registry:2");
  }

  /**
   * Returns an image that can be pushed.
   *
   * @throws IllegalArgumentException if it is named by a digest
   */
  static String pushable(String image) {
    if (Objects.requireNonNull(image, "image").contains("@")) {
      throw new IllegalArgumentException(image + " cannot be pushed; name it by a tag");
    }
    return image;
  }

  /**
   * Returns the environment of engines that pull from this registry alone. An engine that pulls at
   * all tries so for each task, also of an image that it has. Where no other registry answers that
   * takes it seconds, and where one does it is not the test's.
   */
  static Map<String, String> environment(String pulledFrom) {
    return Map.of("HTTP_PROXY", NOWHERE, "HTTPS_PROXY", NOWHERE, "NO_PROXY", pulledFrom);
  }

  /**
   * Refuses a host beside the registry that has its name.
   *
   * @throws IllegalArgumentException if there is one, and images for a registry
   */
  static void checkHosts(List<String> hostnames, Set<String> images) {
    if (!images.isEmpty() && hostnames.contains(HOSTNAME)) {
      throw new IllegalArgumentException(
          "host(\"" + HOSTNAME + "\") has the name of the host that privateImage(…) adds");
    }
  }

  /** Returns the flag of engines that are to pull from it. */
  String engineFlag() {
    return "--insecure-registry=" + address;
  }

  /**
   * Pushes all images from a node that has them, and has none of them afterwards.
   *
   * @throws IllegalStateException if the node or the registry refuses
   */
  void pushFrom(EngineAccess node) {
    for (String image : images) {
      DockerImageName name = DockerImageName.parse(image);
      String tag = name.getVersionPart();
      String local = name.getUnversionedPart() + ":" + tag;
      String repository = address + "/" + name.getUnversionedPart();
      node.post("/images/" + local + "/tag?repo=" + repository + "&tag=" + tag, Map.of());
      node.post(
          "/images/" + repository + "/push?tag=" + tag, Map.of("X-Registry-Auth", registryAuth()));
      node.delete("/images/" + repository + ":" + tag + "?force=1");
      node.delete("/images/" + local + "?force=1");
    }
  }

  private String registryAuth() {
    Map<String, String> login =
        Map.of("username", USER, "password", PASSWORD, "serveraddress", address);
    try {
      byte[] json = new ObjectMapper().writeValueAsString(login).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().encodeToString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a login cannot be written as JSON", e);
    }
  }

  /** Returns the first of the images, with the login. */
  PrivateImage image() {
    DockerImageName image = DockerImageName.parse(images.get(0));
    return new PrivateImage(
        address + "/" + image.getUnversionedPart() + ":" + image.getVersionPart(), USER, PASSWORD);
  }
}
