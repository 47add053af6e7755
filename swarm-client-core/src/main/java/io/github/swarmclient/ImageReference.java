package io.github.swarmclient;

import io.github.swarmclient.internal.text.Text;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image as Docker reads it: {@code [registry/]path[:tag][@digest]}.
 *
 * @param domain the registry, {@code docker.io} if none is named
 * @param path the repository at the registry
 * @param tag the tag, or null
 * @param digest the digest with its algorithm, or null
 */
record ImageReference(String domain, String path, @Nullable String tag, @Nullable String digest) {
  private static final String HUB = "docker.io";
  private static final int LONGEST = 1024;
  private static final int LONGEST_NAME = 255;

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*+(?<!-))?)*+"
              + "|\\[[a-fA-F0-9:]+])(?::[0-9]{1,5})?");
  private static final Pattern PATH_COMPONENT =
      Pattern.compile("[a-z0-9]++(?:(?:\\.|__?|-++)[a-z0-9]++)*+");
  private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}");
  private static final Pattern DIGEST =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:[-_+.][A-Za-z][A-Za-z0-9]*+)*+:[0-9a-fA-F]{32,512}");
  private static final Pattern ID = Pattern.compile("[a-f0-9]{64}");

  /**
   * Returns what {@code text} names.
   *
   * @throws IllegalArgumentException if it is no name of an image, with what is wrong
   */
  static ImageReference parse(String text) {
    if (text.isEmpty()) {
      throw refused(text, "it is empty");
    }
    if (text.length() > LONGEST) {
      throw refused(text.substring(0, 40) + "…", "it is longer than " + LONGEST + " characters");
    }
    if (ID.matcher(text).matches()) {
      throw refused(text, "it is the ID of one, which no registry knows");
    }
    int at = text.indexOf('@');
    String digest = at < 0 ? null : text.substring(at + 1);
    if (digest != null && !isDigest(digest)) {
      throw refused(text, "its digest \"" + digest + "\" is not like sha256:0123…");
    }
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String tag = colon < 0 ? null : named.substring(colon + 1);
    if (tag != null && !TAG.matcher(tag).matches()) {
      throw refused(
          text,
          "its tag \""
              + tag
              + "\" is not of up to 128 letters, digits, \"_\", \".\" and \"-\", beginning with none"
              + " of the last two");
    }
    return named(text, colon < 0 ? named : named.substring(0, colon), tag, digest);
  }

  private static ImageReference named(
      String text, String name, @Nullable String tag, @Nullable String digest) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean registry = isRegistry(first);
    String domain = !registry || first.equals("index.docker.io") ? HUB : first;
    String path = registry ? name.substring(slash + 1) : name;
    if (!DOMAIN.matcher(domain).matches()) {
      throw refused(text, "its registry \"" + domain + "\" is no host name with a port or without");
    }
    for (String component : path.split("/", -1)) {
      requireComponent(text, component);
    }
    if (domain.equals(HUB) && path.indexOf('/') < 0) {
      path = "library/" + path;
    }
    if (domain.length() + 1 + path.length() > LONGEST_NAME) {
      throw refused(text, "its name is longer than " + LONGEST_NAME + " characters");
    }
    return new ImageReference(domain, path, tag, digest);
  }

  private static boolean isRegistry(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  private static void requireComponent(String text, String component) {
    if (PATH_COMPONENT.matcher(component).matches()) {
      return;
    }
    if (component.isEmpty()) {
      throw refused(text, "a part of its name is empty");
    }
    String why =
        component.chars().anyMatch(Character::isUpperCase)
            ? "has capital letters"
            : "is not of lower-case letters and digits, with \".\", \"_\", \"__\" or \"-\" between";
    throw refused(text, "the part \"" + component + "\" of its name " + why);
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException(
        Text.printable("\"" + text + "\" is no name of an image: " + why));
  }

  /** Returns whether {@code text} is a digest with its algorithm. */
  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** Returns the name as people write it: without Docker Hub, and without tag and digest. */
  String familiarName() {
    if (!domain.equals(HUB)) {
      return domain + "/" + path;
    }
    String official = "library/";
    return path.startsWith(official) && path.indexOf('/', official.length()) < 0
        ? path.substring(official.length())
        : path;
  }

  /** Returns the whole as people write it, with the tag that is meant if none is named. */
  String familiar() {
    String shown = familiarName();
    if (tag != null || digest == null) {
      shown += ":" + tagOrLatest();
    }
    return digest == null ? shown : shown + "@" + digest;
  }

  /** Returns the tag; {@code latest} if there is none. */
  String tagOrLatest() {
    return tag == null ? "latest" : tag;
  }

  /** Returns the key by which logins at the registry are stored. */
  String registry() {
    return domain.equals(HUB) ? "https://index.docker.io/v1/" : domain;
  }

  /** Returns the whole as people write it. */
  @Override
  public String toString() {
    return familiar();
  }
}
