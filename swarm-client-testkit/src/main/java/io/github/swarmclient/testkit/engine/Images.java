package io.github.swarmclient.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The images there are, who may have them, and how their containers behave. */
public final class Images {
  /**
   * Who may pull an image.
   *
   * @param user the user name
   * @param password the password
   */
  public record Login(String user, String password) {}

  private final Set<String> known;
  private final Map<String, Login> guarded = new LinkedHashMap<>();
  private final Map<String, ImageScript> scripts = new LinkedHashMap<>();

  /**
   * Makes images.
   *
   * @param known the only ones there are; if it is empty, there are all
   * @param guarded those for which one has to log in
   */
  public Images(Set<String> known, Map<String, Login> guarded) {
    this.known = new java.util.LinkedHashSet<>();
    for (String image : known) {
      this.known.add(plain(image));
    }
    for (Map.Entry<String, Login> entry : guarded.entrySet()) {
      this.guarded.put(plain(entry.getKey()), entry.getValue());
    }
  }

  /** Returns the reference with a tag, without a digest and without the default registry. */
  static String plain(String image) {
    int digest = image.indexOf("@sha256:");
    String name = digest < 0 ? image : image.substring(0, digest);
    name = without("docker.io/", name);
    name = without("library/", name);
    return name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  static String digest(String image) {
    return "sha256:" + sha256("manifest " + plain(image));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  ImageScript script(String image) {
    return scripts.computeIfAbsent(plain(image), ImageScript::new);
  }

  void forgetScripts() {
    scripts.clear();
  }

  boolean exists(String image) {
    String name = plain(image);
    return known.isEmpty() || known.contains(name) || guarded.containsKey(name);
  }

  /** Returns whether someone who sends {@code auth}, an X-Registry-Auth, gets the image. */
  boolean admits(String image, String auth) {
    Login login = guarded.get(plain(image));
    return login == null || login.equals(login(auth));
  }

  private static @Nullable Login login(String auth) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(auth.replace('+', '-').replace('/', '_'));
      var node = Json.read(json);
      return new Login(Json.string(node, "username"), Json.string(node, "password"));
    } catch (java.io.IOException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Returns whether a login is one for a registry; who guards nothing lets everybody in. */
  boolean admits(String registry, JsonNode login) {
    String host = registry.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    Login asked = new Login(Json.string(login, "username"), Json.string(login, "password"));
    List<Login> known =
        guarded.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(host + "/"))
            .map(Map.Entry::getValue)
            .toList();
    return known.isEmpty() || known.contains(asked);
  }
}
