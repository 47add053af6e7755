package io.github.swarmclient.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.swarmclient.internal.json.Json;
import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void bytesDoNotChangeWithTheArraysTheyCameFromAndGoTo() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertThat(bytes.toByteArray()).containsExactly(1, 2);
  }

  @Test
  void theyAreBase64OfTheStandardAlphabetWithPaddingOnTheWire() throws Exception {
    Bytes bytes = Bytes.of(new byte[] {(byte) 0xfb, (byte) 0xff, (byte) 0xbf, 0});
    assertThat(Json.MAPPER.writeValueAsString(bytes)).isEqualTo("\"+/+/AA==\"");
    assertThat(Json.MAPPER.readValue("\"+/+/AA==\"", Bytes.class)).isEqualTo(bytes);
  }

  @Test
  void textIsUtf8() {
    assertThat(Bytes.ofUtf8("grün").size()).isEqualTo(5);
    assertThat(Bytes.ofUtf8("grün").utf8()).isEqualTo("grün");
  }
}
