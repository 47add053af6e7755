package io.github.swarmclient.testkit.http;

import io.github.swarmclient.testkit.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of engines and of a client, made by the JDK's keytool when they are first asked
 * for, once for a JVM. Their keys protect nothing.
 */
final class Certificates {
  private static final char[] PASSWORD = "testkit".toCharArray();
  private static final String HERE = "SAN=dns:localhost,ip:127.0.0.1";
  private static @Nullable Certificates made; // guarded by the class

  private final Path folder;
  private final KeyStore store;

  private Certificates(Path folder, KeyStore store) {
    this.folder = folder;
    this.store = store;
  }

  static synchronized Certificates get() {
    if (made == null) {
      made = make();
    }
    return made;
  }

  /** Returns the folder of the client's {@code ca.pem}, {@code cert.pem} and {@code key.pem}. */
  Path folder() {
    return folder;
  }

  private static Certificates make() {
    try {
      Path folder = Files.createTempDirectory("testkit-tls");
      Path file = folder.resolve("keys.p12");
      generate(file, "ca", "testkit CA", "-ext", "bc:c");
      generate(file, "good", "localhost", "-signer", "ca", "-ext", HERE);
      generate(
          file, "elsewhere", "elsewhere", "-signer", "ca", "-ext", "SAN=dns:elsewhere.invalid");
      generate(
          file,
          "expired",
          "localhost",
          "-signer",
          "ca",
          "-ext",
          HERE,
          "-startdate",
          "-9d",
          "-validity",
          "3");
      generate(file, "unknown", "localhost", "-ext", HERE);
      generate(file, "client", "client", "-signer", "ca");
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      writePems(folder, store);
      forgetAtEnd(folder);
      return new Certificates(folder, store);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make certificates", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make certificates: " + e.getMessage(), e);
    }
  }

  private static void generate(Path file, String alias, String name, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    // It lives for a moment.
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Xshare:auto"));
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + name));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool cannot make certificates: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while certificates were made", e);
    }
  }

  private static void writePems(Path folder, KeyStore store)
      throws IOException, GeneralSecurityException {
    Key key = Objects.requireNonNull(store.getKey("client", PASSWORD));
    writePem(folder.resolve("ca.pem"), "CERTIFICATE", store.getCertificate("ca").getEncoded());
    writePem(
        folder.resolve("cert.pem"), "CERTIFICATE", store.getCertificate("client").getEncoded());
    writePem(folder.resolve("key.pem"), "PRIVATE KEY", key.getEncoded());
  }

  private static void writePem(Path file, String kind, byte[] bytes) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static void forgetAtEnd(Path folder) {
    // The folder first: files are deleted in reverse.
    folder.toFile().deleteOnExit();
    for (String name : List.of("keys.p12", "ca.pem", "cert.pem", "key.pem")) {
      folder.resolve(name).toFile().deleteOnExit();
    }
  }

  /** Returns what an engine needs to be struck by a fault; with a good certificate if by none. */
  SSLContext server(Fault fault) {
    return context(
        switch (fault) {
          case TLS_UNKNOWN_CA -> "unknown";
          case TLS_WRONG_HOST -> "elsewhere";
          case TLS_EXPIRED -> "expired";
          default -> "good";
        });
  }

  /** Returns a context that shows one certificate, and trusts the authority. */
  private SSLContext context(String alias) {
    try {
      KeyStore own = empty();
      own.setKeyEntry(
          alias, store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, PASSWORD);
      KeyStore authorities = empty();
      authorities.setCertificateEntry("ca", store.getCertificate("ca"));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot use the certificates: " + e.getMessage(), e);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }
}
