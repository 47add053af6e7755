package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of engines and of a client, made when they are first asked for, once for a JVM.
 * Their keys protect nothing.
 */
final class Certificates {
  private static final char[] PASSWORD = "testkit".toCharArray();
  private static final Duration DAY = Duration.ofDays(1);
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final byte[] ELSEWHERE = {(byte) 192, 0, 2, 1};

  private static @Nullable Certificates made; // guarded by the class

  private final Instant now = Instant.now();
  private final byte[] here = Identity.host("localhost", LOOPBACK);
  private final Identity authority =
      Identity.make("testkit CA", null, now.minus(DAY), now.plus(DAY), Identity.AUTHORITY);
  private final Identity client = signed(authority, now.plus(DAY), here);
  private @Nullable Path folder; // guarded by this

  private Certificates() throws GeneralSecurityException {}

  private Identity signed(@Nullable Identity signer, Instant end, byte[] host)
      throws GeneralSecurityException {
    return Identity.make("testkit", signer, now.minus(DAY.multipliedBy(9)), end, host);
  }

  static synchronized Certificates get() {
    if (made == null) {
      try {
        made = new Certificates();
      } catch (GeneralSecurityException e) {
        throw unusable(e);
      }
    }
    return made;
  }

  private static IllegalStateException unusable(Exception e) {
    return new IllegalStateException("the JDK makes no certificates: " + e.getMessage(), e);
  }

  /** Returns the folder of the client's {@code ca.pem}, {@code cert.pem} and {@code key.pem}. */
  synchronized Path folder() {
    if (folder == null) {
      try {
        folder = writePems();
      } catch (IOException | GeneralSecurityException e) {
        throw unusable(e);
      }
    }
    return folder;
  }

  private Path writePems() throws IOException, GeneralSecurityException {
    Path made = Files.createTempDirectory("testkit-tls");
    // The folder first: files are deleted in reverse.
    made.toFile().deleteOnExit();
    writePem(made.resolve("ca.pem"), "CERTIFICATE", authority.certificate().getEncoded());
    writePem(made.resolve("cert.pem"), "CERTIFICATE", client.certificate().getEncoded());
    writePem(made.resolve("key.pem"), "PRIVATE KEY", client.keys().getPrivate().getEncoded());
    return made;
  }

  private static void writePem(Path file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    file.toFile().deleteOnExit();
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  /** Returns what an engine needs to be struck by a fault; with a good certificate if by none. */
  SSLContext server(Fault fault) {
    try {
      Instant tomorrow = now.plus(DAY);
      return context(
          switch (fault) {
            case TLS_UNKNOWN_CA -> signed(null, tomorrow, here);
            case TLS_WRONG_HOST ->
                signed(authority, tomorrow, Identity.host("elsewhere.invalid", ELSEWHERE));
            case TLS_EXPIRED -> signed(authority, now.minus(DAY), here);
            default -> signed(authority, tomorrow, here);
          });
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /** Returns a context that shows a certificate, and trusts the authority. */
  private SSLContext context(Identity shown) throws GeneralSecurityException {
    KeyStore own = empty();
    Certificate[] chain = {shown.certificate()};
    own.setKeyEntry("own", shown.keys().getPrivate(), PASSWORD, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    KeyStore authorities = empty();
    authorities.setCertificateEntry("ca", authority.certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is read", e);
    }
  }
}
