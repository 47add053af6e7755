package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are loaded, saved and tagged. */
class ImageArchiveTest {
  @TempDir Path folder;

  private final CannedEngine engine = new CannedEngine();
  private final Images images = engine.client().images();

  private Path archive(String content) throws IOException {
    return Files.writeString(folder.resolve("images.tar"), content);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void anArchiveIsLoaded() throws IOException {
    engine.on(
        "POST /images/load",
        200,
        "{\"stream\":\"Loaded image: nginx:1.13\\n\"}\r\n{\"status\":\"Loading layer\"}"
            + "{\"stream\":\"Loaded image ID: sha256:11\\n\"}{\"stream\":\"note\"}");
    assertThat(images.load(archive("tar"))).containsExactly("nginx:1.13", "sha256:11");
    assertThat(engine.sent()).hasToString("[POST /images/load?quiet=true tar]");
    assertThat(engine.last().readTimeout()).isNull();
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    Path file = archive("text");
    engine
        .on(
            "POST /images/load",
            200,
            "{\"errorDetail\":{\"message\":\"unexpected EOF\"},\"error\":\"unexpected EOF\"}")
        .refuses("POST /images/load", 500, "archive/tar: invalid tar header");
    assertThatThrownBy(() -> images.load(file))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("image load of ")
        .hasMessageContaining("unexpected EOF");
    assertThatThrownBy(() -> images.load(file)).hasMessageContaining("invalid tar header");
    assertThatThrownBy(() -> images.load(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing was sent");
    assertThat(engine.sent()).hasSize(2);
  }

  @Test
  void anImageIsSavedWhole() throws IOException {
    engine.on("GET /images/r.io:5000/a/b:1/get", 200, "tar");
    Path file = archive("what was there");
    images.save("r.io:5000/a/b:1", file);
    assertThat(file).hasContent("tar");
    assertThat(files()).containsExactly("images.tar");
    assertThat(engine.last().readTimeout()).isNull();
  }

  @Test
  void whatBreaksLeavesTheFileAlone() throws IOException {
    engine.on("GET /images/nginx/get", 200, Map.of(), new Broken());
    Path file = archive("what was there");
    assertThatThrownBy(() -> images.save("nginx", file))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("image save of nginx failed");
    assertThatThrownBy(() -> images.save("none", file)).isInstanceOf(NotFoundException.class);
    assertThat(file).hasContent("what was there");
    assertThat(files()).containsExactly("images.tar");
  }

  @Test
  void aFileThatCannotBeWrittenIsNoFailureOfTheEngine() {
    engine.on("GET /images/nginx/get", 200, "tar");
    assertThatThrownBy(() -> images.save("nginx", folder.resolve("none/images.tar")))
        .isExactlyInstanceOf(SwarmException.class)
        .hasMessageContaining("a file here cannot be written");
  }

  @Test
  void anImageGetsOneMoreName() {
    engine.on("POST /images/nginx:1.13/tag", 201, "");
    images.tag("nginx:1.13", "r.io:5000/team/web:blue");
    images.tag("nginx:1.13", "web");
    assertThat(engine.sent())
        .hasToString(
            "[POST /images/nginx:1.13/tag?repo=r.io:5000%2Fteam%2Fweb&tag=blue,"
                + " POST /images/nginx:1.13/tag?repo=web&tag=latest]");
    assertThatThrownBy(() -> images.tag("nginx", "web@sha256:" + "0".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has a digest");
    assertThatThrownBy(() -> images.tag("none", "web")).isInstanceOf(NotFoundException.class);
  }
}
