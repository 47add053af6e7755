package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "nginx,                          docker.io,       library/nginx, nginx:latest,       https://index.docker.io/v1/",
    "nginx:1.13,                     docker.io,       library/nginx, nginx:1.13,         https://index.docker.io/v1/",
    "library/nginx,                  docker.io,       library/nginx, nginx:latest,       https://index.docker.io/v1/",
    "docker.io/nginx,                docker.io,       library/nginx, nginx:latest,       https://index.docker.io/v1/",
    "index.docker.io/library/nginx,  docker.io,       library/nginx, nginx:latest,       https://index.docker.io/v1/",
    "bitnami/redis:7,                docker.io,       bitnami/redis, bitnami/redis:7,    https://index.docker.io/v1/",
    "a/b/c,                          docker.io,       a/b/c,         a/b/c:latest,       https://index.docker.io/v1/",
    "localhost/app,                  localhost,       app,           localhost/app:latest, localhost",
    "localhost:5000/app:1,           localhost:5000,  app,           localhost:5000/app:1, localhost:5000",
    "reg.example.com/team/app,       reg.example.com, team/app,      reg.example.com/team/app:latest, reg.example.com",
    "REG/app,                        REG,             app,           REG/app:latest,     REG",
    "[::1]:5000/app,                 [::1]:5000,      app,           [::1]:5000/app:latest, [::1]:5000",
    "a-b.c__d.e---f:V_1.0-x,         docker.io,       library/a-b.c__d.e---f, a-b.c__d.e---f:V_1.0-x, https://index.docker.io/v1/",
    "library/a/b,                    docker.io,       library/a/b,   library/a/b:latest, https://index.docker.io/v1/",
  })
  void isReadAsDockerDoes(
      String text, String domain, String path, String familiar, String registry) {
    ImageReference image = ImageReference.parse(text);
    assertThat(image.domain()).isEqualTo(domain);
    assertThat(image.path()).isEqualTo(path);
    assertThat(image).hasToString(familiar);
    assertThat(image.registry()).isEqualTo(registry);
    assertThat(ImageReference.parse(familiar).familiar()).isEqualTo(familiar);
  }

  @ParameterizedTest
  @CsvSource({"nginx, nginx", "nginx:1.13, nginx:1.13", "r.io:5/a/b:t, r.io:5/a/b:t"})
  void aDigestIsKeptAndMakesTheTagUnnecessary(String text, String familiar) {
    assertThat(ImageReference.parse(text + "@" + DIGEST).familiar())
        .isEqualTo(familiar + "@" + DIGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Nginx",
        "nginx:",
        ":1",
        "nginx:-1",
        "nginx:a b",
        "nginx@",
        "nginx@sha256:12",
        "nginx@12",
        "nginx@sha256:zz23456789abcdef0123456789abcdef",
        "a//b",
        "/a",
        "a/",
        "a/../b",
        "../a",
        "a..b",
        "a___b",
        "-a",
        "a-",
        "a\nb",
        "a?b",
        "a#b",
        "a%2fb",
        "a\\b",
        "https://r.io/a",
        "r.io:99999999/a",
        "-r.io/a",
        "r..io/a",
        "r-.io/a",
        "user@r.io/a",
        "a@b@c",
        "ä",
        "r.io/",
        "a:b:c",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void whatIsNoNameIsRefusedWithTheReason(String text) {
    assertThatThrownBy(() -> ImageReference.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no name of an image: ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a-", "a.", "/", "a/", ":", "a_", "a.a-"})
  void longNamesAreRefusedAtOnce(String part) {
    String text = part.repeat(300);
    assertThatThrownBy(() -> ImageReference.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
    String longer = part.repeat(100_000);
    assertThatThrownBy(() -> ImageReference.parse(longer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer than");
  }
}
