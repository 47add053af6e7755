package io.github.swarmclient.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no images: known before any engine starts. */
class BadImageFileTest {
  @TempDir private Path folder;

  @Test
  void aTextIsNoImage() throws Exception {
    Path text = Files.writeString(folder.resolve("app.tar"), "not an archive\n".repeat(100));
    assertRefused(text, "it is no tar archive");
  }

  @Test
  void anImageThatIsCutOffIsNone() throws Exception {
    Path program = Files.writeString(folder.resolve("app"), "#!/bin/app\n".repeat(10_000));
    Path whole = AppImage.named("app:1").executable(program).saveTo(folder.resolve("app.tar"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.tar"), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(half, "it is cut off");
  }

  @Test
  void anEmptyFileIsNone() throws Exception {
    assertRefused(Files.createFile(folder.resolve("empty.tar")), "it has no manifest.json");
  }

  private static void assertRefused(Path file, String why) {
    for (SwarmBuilder<?> builder :
        new SwarmBuilder<?>[] {
          SwarmCluster.embedded(), SwarmCluster.dind(), SwarmCluster.local()
        }) {
      assertThatThrownBy(() -> builder.managers(1).imageTar(file).start())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(why)
          .hasMessageContaining("docker save -o FILE IMAGE");
    }
  }
}
