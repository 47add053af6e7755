package io.github.swarmclient.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a response ends, however its bytes arrive. */
class ResponseFramingTest {
  private static final String SURPLUS = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private static byte[] bytes(String text) {
    return text.translateEscapes().getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\\r\\nContent-Length: 4\\r\\n\\r\\n1234",
        "HTTP/1.1 200 OK\\r\\ncontent-length: 0\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 4\\r\\nContent-Length: 4\\r\\n\\r\\n1234",
        "HTTP/1.1 204 \\r\\nContent-Length: 4\\r\\n\\r\\n",
        "HTTP/1.1 100 Continue\\r\\n\\r\\nHTTP/1.1 201 Created\\r\\nContent-Length: 1\\r\\n\\r\\n1",
        "HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\n2\\r\\nab\\r\\na;x=y\\r\\n0123456789\\r\\n0\\r\\n\\r\\n",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nA: trailer\\r\\n\\r\\n"
      })
  void endsWhereItSays(String response) throws Exception {
    byte[] own = bytes(response);
    byte[] all = bytes(response + SURPLUS);

    assertThat(new ResponseFraming(false).take(all, 0, all.length)).isEqualTo(own.length);

    ResponseFraming byteByByte = new ResponseFraming(false);
    int taken = 0;
    for (int i = 0; i < all.length; i++) {
      taken += byteByByte.take(all, i, 1);
    }
    assertThat(taken).isEqualTo(own.length);
  }

  @Test
  void hasNoBodyAfterAHead() throws Exception {
    byte[] all = bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHTTP");
    assertThat(new ResponseFraming(true).take(all, 0, all.length)).isEqualTo(all.length - 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 101 UPGRADED\\r\\nUpgrade: tcp\\r\\n\\r\\nanything",
        "HTTP/1.0 200 OK\\r\\n\\r\\nto the end of the connection",
        "this is no HTTP\\r\\n\\r\\n, which okhttp says",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nwhich okhttp says"
      })
  void goesOnForAsLongAsTheConnection(String response) throws Exception {
    byte[] all = bytes(response + SURPLUS);
    assertThat(new ResponseFraming(false).take(all, 0, all.length)).isEqualTo(all.length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 2\\r\\nContent-Length: 3 | two lengths, 2 and 3",
        "Transfer-Encoding: chunked\\r\\nContent-Length: 3 | a length of 3, and is in chunks"
      })
  void isRefusedWhereItContradictsItself(String headers, String why) {
    byte[] all = bytes("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n");
    assertThatThrownBy(() -> new ResponseFraming(false).take(all, 0, all.length))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(why);
  }

  @Test
  void isRefusedWhereItsHeadersHaveNoEnd() {
    byte[] all = bytes("HTTP/1.1 100 Continue\r\n\r\n".repeat(20_000));
    assertThatThrownBy(() -> new ResponseFraming(false).take(all, 0, all.length))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("headers have more than");
  }
}
