package io.github.swarmclient.testkit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the containers of one image behave, as far as a test has said so. */
public final class ImageScript {
  private final String image;

  /** The exit code of the container, or null if it runs until it is stopped. */
  public @Nullable Integer exitCode;

  /** How long it runs before it exits. */
  public Duration runsFor = Duration.ofMillis(10);

  /** How long it takes to become healthy, or null if nobody checks. */
  public @Nullable Duration healthyAfter;

  /** How long it takes to become unhealthy, or null if it does not. */
  public @Nullable Duration unhealthyAfter;

  /** How long it goes on running after it was asked to stop. */
  public Duration stopsAfter = Duration.ofMillis(150);

  /** How long a node takes to pull the image. */
  public Duration pullsFor = Duration.ofMillis(200);

  /** Why it cannot be started, or null if it can. */
  public @Nullable String startError;

  private final List<Container.Line> lines = new ArrayList<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  ImageScript(String image) {
    this.image = image;
  }

  /** Writes a line as soon as it runs, to stdout or to stderr. */
  public void writes(boolean stderr, String text) {
    int stream = stderr ? Frames.STDERR : Frames.STDOUT;
    lines.add(new Container.Line(java.time.Instant.EPOCH, stream, text));
  }

  /** Answers a GET of {@code path} with {@code body}. */
  public void answers(String path, String body) {
    answers.put(path, body);
  }

  String image() {
    return image;
  }

  List<Container.Line> lines() {
    return lines;
  }

  Map<String, String> answers() {
    return answers;
  }

  /** Returns the name of the image without registry, path and tag. */
  String shortName() {
    return image.replaceFirst(":[^:/]*$", "").replaceFirst("^.*/", "");
  }

  /** Returns the directory whose files it serves, or empty if it is no web server. */
  String webRoot() {
    return switch (shortName()) {
      case "nginx" -> "/usr/share/nginx/html";
      case "httpd" -> "/usr/local/apache2/htdocs";
      default -> "";
    };
  }

  /** Returns whether it is known which programs there are in it. */
  boolean bare() {
    return List.of("busybox", "alpine").contains(shortName());
  }
}
