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
  private final String shortName;

  /** The exit code of the container, or null if it runs until it is stopped. */
  @Nullable Integer exitCode;

  Duration runsFor = Duration.ofMillis(10);

  /** How long it takes to become healthy, or null if nobody checks. */
  @Nullable Duration healthyAfter;

  /** How long it takes to become unhealthy, or null if it does not. */
  @Nullable Duration unhealthyAfter;

  Duration stopsAfter = Duration.ofMillis(150);
  Duration pullsFor = Duration.ofMillis(200);

  /** Why it cannot be started, or null if it can. */
  @Nullable String startError;

  private final List<Container.Line> lines = new ArrayList<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  ImageScript(String image) {
    this.image = image;
    String name = image.substring(image.lastIndexOf('/') + 1);
    int colon = name.indexOf(':');
    this.shortName = colon < 0 ? name : name.substring(0, colon);
  }

  /** Ends with {@code code} of itself, or runs until it is stopped if that is null. */
  public void exits(@Nullable Integer code) {
    exitCode = code;
  }

  /** Runs for so long before it ends of itself. */
  public void runsFor(Duration duration) {
    runsFor = duration;
  }

  /** Becomes healthy so long after its start. */
  public void healthyAfter(Duration duration) {
    healthyAfter = duration;
  }

  /** Becomes unhealthy after it has run for so long, or does not if that is null. */
  public void unhealthyAfter(@Nullable Duration duration) {
    unhealthyAfter = duration;
  }

  /** Goes on running for so long after it was asked to stop. */
  public void stopsAfter(Duration duration) {
    stopsAfter = duration;
  }

  /** Takes a node so long to pull. */
  public void pullsFor(Duration duration) {
    pullsFor = duration;
  }

  /** Cannot be started for the given reason, or can if that is null. */
  public void failsToStart(@Nullable String error) {
    startError = error;
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
    return shortName;
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
