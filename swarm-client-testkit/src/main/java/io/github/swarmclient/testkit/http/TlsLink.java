package io.github.swarmclient.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection that is encrypted, if the client speaks TLS too. */
final class TlsLink implements Link {
  /** What engines, which are written in Go, say to who does not. */
  private static final String NO_TLS =
      "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";

  private static final int HANDSHAKE = 0x16;

  private final PlainLink plain;
  private final SSLContext context;
  private final boolean askClient;
  private volatile SSLSocket socket;

  @SuppressWarnings("NullAway.Init") // there once something was read, which comes first
  TlsLink(SocketChannel channel, SSLContext context, boolean askClient) {
    this.plain = new PlainLink(channel);
    this.context = context;
    this.askClient = askClient;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (socket == null) {
      socket = handshake();
    }
    byte[] bytes = new byte[target.remaining()];
    int count = socket.getInputStream().read(bytes);
    if (count > 0) {
      target.put(bytes, 0, count);
    }
    return count;
  }

  private SSLSocket handshake() throws IOException {
    byte[] first = new byte[1];
    if (plain.read(ByteBuffer.wrap(first)) < 0) {
      throw new EOFException("the client went away before it said anything");
    }
    if (first[0] != HANDSHAKE) {
      plain.read(ByteBuffer.allocate(8192));
      plain.write(NO_TLS);
      throw new IOException("the client does not speak TLS");
    }
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(plain.channel().socket(), new ByteArrayInputStream(first), true);
    tls.setUseClientMode(false);
    tls.setNeedClientAuth(askClient);
    tls.startHandshake();
    return tls;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    socket.getOutputStream().write(all);
  }

  @Override
  public void close() {
    plain.close();
  }

  @Override
  public void reset() {
    plain.reset();
  }
}
