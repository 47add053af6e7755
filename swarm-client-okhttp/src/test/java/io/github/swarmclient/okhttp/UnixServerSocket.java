package io.github.swarmclient.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;

/** Lets a MockWebServer listen on a unix socket. */
final class UnixServerSocket extends ServerSocket {
  private final ServerSocketChannel server;
  private final Path file;

  private UnixServerSocket(Path file) throws IOException {
    this.file = file;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
  }

  static ServerSocketFactory factory(Path file) {
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket() throws IOException {
        return new UnixServerSocket(file);
      }

      @Override
      public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public void setReuseAddress(boolean on) {}

  @Override
  public void bind(SocketAddress ignored, int backlog) throws IOException {
    server.bind(UnixDomainSocketAddress.of(file), 1024);
  }

  @Override
  public int getLocalPort() {
    return 80;
  }

  @Override
  public Socket accept() throws IOException {
    try {
      return new Accepted(server.accept());
    } catch (IOException e) {
      throw new SocketException("closed");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static final class Accepted extends Socket {
    private final SocketChannel channel;

    Accepted(SocketChannel channel) throws SocketException {
      super((SocketImpl) null);
      this.channel = channel;
    }

    @Override
    public InputStream getInputStream() {
      // Not Channels.newInputStream: it holds a lock that its output stream wants as well.
      return new InputStream() {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          return channel.read(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        public void close() throws IOException {
          channel.close();
        }
      };
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
          try {
            while (left.hasRemaining()) {
              channel.write(left);
            }
          } catch (IOException e) {
            // A MockWebServer would keep it open for ever.
            channel.close();
            throw e;
          }
        }

        @Override
        public void close() throws IOException {
          channel.close();
        }
      };
    }

    @Override
    public synchronized void close() throws IOException {
      channel.close();
    }

    @Override
    public boolean isClosed() {
      return !channel.isOpen();
    }

    @Override
    public void shutdownOutput() throws IOException {
      channel.shutdownOutput();
    }

    @Override
    public void shutdownInput() throws IOException {
      channel.shutdownInput();
    }

    @Override
    public InetAddress getLocalAddress() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public InetAddress getInetAddress() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public int getLocalPort() {
      return 80;
    }

    @Override
    public int getPort() {
      return 80;
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public String toString() {
      return "unix";
    }
  }
}
