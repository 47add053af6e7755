package io.github.swarmclient.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.swarmclient.internal.tar.PosixModes;
import io.github.swarmclient.internal.tar.TarSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small image made out of files, for tests that need no registry, no base image and no Docker.
 *
 * <pre>{@code
 * AppImage app = AppImage.named("my/app:1").executable(Path.of("target/app"), "--port=8080");
 * SwarmCluster.dind().managers(3).image(app).start();
 * }</pre>
 *
 * <p>A program has to be linked statically, unless its libraries are added too; a script needs its
 * interpreter. All files belong to root.
 */
public final class AppImage {
  private static final String PATH =
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final String name;
  private final List<Content> contents = new ArrayList<>();
  private final ObjectNode config = JsonNodeFactory.instance.objectNode();
  private @Nullable Path root;

  /** A file of the image: a copy of {@code source}, or else the text. */
  private record Content(String path, @Nullable Path source, String text, boolean executable) {}

  private AppImage(String name) {
    this.name = name;
    config.putArray("Env").add(PATH);
  }

  /**
   * Begins an image.
   *
   * @param name its name, as services call it: {@code my/app:1}; the tag is {@code latest} if there
   *     is none
   * @throws IllegalArgumentException if it is no name of an image
   */
  public static AppImage named(String name) {
    if (!name.matches("[a-z0-9][a-z0-9._/:-]*[a-z0-9](:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?")) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no name of an image; one is my/app:1, in small letters");
    }
    boolean tagged = name.lastIndexOf(':') > name.lastIndexOf('/');
    return new AppImage(tagged ? name : name + ":latest");
  }

  /**
   * Begins with all that is in a folder; symbolic links stay links.
   *
   * @param folder what the container sees as {@code /}
   */
  public AppImage rootFileSystem(Path folder) {
    TarSource.within(folder);
    this.root = folder;
    return this;
  }

  /**
   * Adds a program at {@code /} and its file name, and makes it what containers run.
   *
   * @param program linked statically, for the engine's kind of machine
   * @param arguments what it gets unless a service says otherwise
   */
  public AppImage executable(Path program, String... arguments) {
    String path = "/" + Objects.requireNonNull(program.getFileName(), "file name");
    contents.add(new Content(path, readable(program), "", true));
    return entrypoint(path).command(arguments);
  }

  /**
   * Adds a copy of a file, with its mode.
   *
   * @param path where, absolute
   * @param source the file here
   */
  public AppImage file(String path, Path source) {
    contents.add(new Content(absolute(path), readable(source), "", false));
    return this;
  }

  /**
   * Adds a text; one that begins with {@code #!} is a script that can be run.
   *
   * @param path where, absolute
   */
  public AppImage text(String path, String text) {
    contents.add(new Content(absolute(path), null, text, text.startsWith("#!")));
    return this;
  }

  /** Sets what containers run. */
  public AppImage entrypoint(String... words) {
    return list("Entrypoint", words);
  }

  /** Sets the arguments of the entrypoint, or what containers run if there is none. */
  public AppImage command(String... words) {
    return list("Cmd", words);
  }

  /** Adds an environment variable. */
  public AppImage env(String name, String value) {
    config.withArray("/Env").add(name + "=" + value);
    return this;
  }

  /** Adds a label. */
  public AppImage label(String key, String value) {
    config.withObject("/Labels").put(key, value);
    return this;
  }

  /** Says that the program listens to a TCP port; services publish it with or without that. */
  public AppImage expose(int port) {
    config.withObject("/ExposedPorts").putObject(port + "/tcp");
    return this;
  }

  private AppImage list(String member, String... words) {
    ArrayNode list = config.putArray(member);
    List.of(words).forEach(list::add);
    return this;
  }

  private static String absolute(String path) {
    boolean hostile = List.of(path.split("/", -1)).contains("..");
    if (!path.startsWith("/") || path.endsWith("/") || hostile) {
      throw new IllegalArgumentException(
          "\"" + path + "\" is no place for a file of an image; one is /etc/app.conf");
    }
    return path;
  }

  private static Path readable(Path source) {
    if (!Files.isRegularFile(source) || !Files.isReadable(source)) {
      throw new IllegalArgumentException(
          source.toAbsolutePath() + " is no file that can be read, and so none for an image");
    }
    return source;
  }

  /**
   * Writes the image as {@code docker save} does.
   *
   * @param file where to; what is there is replaced
   * @return the file, for {@link SwarmBuilder#imageTar}
   * @throws UncheckedIOException if a file cannot be read or written
   */
  public Path saveTo(Path file) {
    try {
      Path folder = Files.createTempDirectory("swarm-image");
      try (OutputStream out = Files.newOutputStream(file)) {
        write(Files.createDirectory(folder.resolve("image")), folder.resolve("files"));
        TarSource.within(folder.resolve("image")).writeTo(out);
      } finally {
        delete(folder);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save image " + name + " to " + file, e);
    }
  }

  private void write(Path image, Path files) throws IOException {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("architecture", architecture()).put("os", "linux").set("config", config);
    ArrayNode hashes = whole.putObject("rootfs").put("type", "layers").putArray("diff_ids");
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("Config", "config.json").putArray("RepoTags").add(name);
    ArrayNode layers = entry.putArray("Layers");
    if (root != null) {
      hashes.add("sha256:" + layer(root, image.resolve("root.tar")));
      layers.add("root.tar");
    }
    stage(files);
    hashes.add("sha256:" + layer(files, image.resolve("files.tar")));
    layers.add("files.tar");
    ObjectMapper json = new ObjectMapper();
    json.writeValue(image.resolve("config.json").toFile(), whole);
    json.writeValue(image.resolve("manifest.json").toFile(), List.of(entry));
  }

  private void stage(Path files) throws IOException {
    Files.createDirectory(files);
    for (Content content : contents) {
      Path target = files.resolve(content.path().substring(1));
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      if (content.source() != null) {
        Files.copy(content.source(), target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.writeString(target, content.text());
      }
      Files.setPosixFilePermissions(target, PosixModes.permissions(mode(content)));
    }
  }

  private static int mode(Content content) {
    boolean runs = content.source() != null && Files.isExecutable(content.source());
    return content.executable() || runs ? 0755 : 0644;
  }

  /** Writes a layer and returns its hash. */
  private static String layer(Path folder, Path file) throws IOException {
    try (DigestOutputStream out =
        new DigestOutputStream(Files.newOutputStream(file), MessageDigest.getInstance("SHA-256"))) {
      TarSource.within(folder).writeTo(out);
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String architecture() {
    String here = System.getProperty("os.arch", "");
    return here.equals("aarch64") ? "arm64" : here.equals("x86_64") ? "amd64" : here;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
