package io.github.swarmclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.swarmclient.model.PullProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {
  private static List<String> statuses(InputStream in) throws IOException {
    JsonDocuments<PullProgress> documents = new JsonDocuments<>("pull", in, PullProgress.class);
    List<String> statuses = new ArrayList<>();
    for (PullProgress p = documents.next(); p != null; p = documents.next()) {
      statuses.add(String.valueOf(p.status()));
    }
    return statuses;
  }

  private static List<String> statuses(String text) throws IOException {
    return statuses(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsBetweenObjectsDoesNotMatter() throws IOException {
    assertThat(
            statuses(
                "{\"status\":\"a\"}{\"status\":\"b\"}\r\n\u001e{\"status\":\"}{\\\"\\\\\"}\n\n \t"
                    + "{\"status\":\"d\",\"x\":{\"y\":[{}]}}"))
        .containsExactly("a", "b", "}{\"\\", "d");
    assertThat(statuses("")).isEmpty();
    assertThat(statuses("\r\n")).isEmpty();
  }

  @Test
  void anObjectIsThereWithItsLastByteAndNotBefore() throws IOException {
    byte[] bytes = "{\"status\":\"grüße\"}\n{\"status\":\"2\"}".getBytes(StandardCharsets.UTF_8);
    int first = "{\"status\":\"grüße\"}".getBytes(StandardCharsets.UTF_8).length;
    for (int cut = 1; cut < bytes.length; cut++) {
      byte[] part = Arrays.copyOf(bytes, cut);
      JsonDocuments<PullProgress> documents =
          new JsonDocuments<>("pull", new ByteArrayInputStream(part), PullProgress.class);
      if (cut >= first) {
        PullProgress progress = documents.next();
        assertThat(progress).isNotNull();
      }
      if (cut == first || cut == first + 1) {
        assertThat(documents.next()).isNull();
      } else {
        assertThatThrownBy(documents::next)
            .as("cut at %d", cut)
            .isInstanceOf(MalformedResponseException.class)
            .hasMessageContaining("ended within");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>", "[]", "null", "\"a\"", "}", "{\"status\":{}}", "{status}", "{]}"})
  void whatIsNoObjectIsRefusedWithoutBeingShown(String text) {
    assertThatThrownBy(() -> statuses(text + "hunter2"))
        .isInstanceOf(MalformedResponseException.class)
        .hasNoCause()
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void anEndlessObjectIsRefused() {
    InputStream endless =
        new InputStream() {
          private boolean begun;

          @Override
          public int read() {
            int b = begun ? 'x' : '{';
            begun = true;
            return b;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) read());
            if (target[offset] == '{') {
              return 1;
            }
            return length;
          }
        };
    assertThatThrownBy(() -> statuses(endless))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("more than");
  }
}
