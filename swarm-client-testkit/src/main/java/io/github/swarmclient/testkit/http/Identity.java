package io.github.swarmclient.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A key, and the certificate that says whose it is. The JDK reads certificates, but writes none;
 * its keytool does, in a JVM of its own for each.
 */
record Identity(KeyPair keys, X509Certificate certificate) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final byte[] ECDSA_WITH_SHA256 = der(0x30, hex("06082a8648ce3d040302"));
  private static final byte[] COMMON_NAME = hex("0603550403");

  /** The extension of authorities: {@code cA} is true. */
  static final byte[] AUTHORITY =
      der(0x30, hex("0603551d13"), hex("0101ff"), hex("040530030101ff"));

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** Returns the extension that names hosts. */
  static byte[] host(String name, byte[] address) {
    byte[] names =
        der(0x30, der(0x82, name.getBytes(StandardCharsets.US_ASCII)), der(0x87, address));
    return der(0x30, hex("0603551d11"), der(0x04, names));
  }

  /**
   * Makes a key and a certificate for it.
   *
   * @param signer who signs the certificate, or null for itself
   * @param extension what it is good for
   */
  static Identity make(
      String name, @Nullable Identity signer, Instant from, Instant to, byte[] extension)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    byte[] subject = name(name);
    byte[] issuer =
        signer == null ? subject : signer.certificate.getSubjectX500Principal().getEncoded();
    byte[] content =
        der(
            0x30,
            hex("a003020102"), // version 3
            der(0x02, BigInteger.valueOf(System.nanoTime()).toByteArray()),
            ECDSA_WITH_SHA256,
            issuer,
            der(0x30, time(from), time(to)),
            subject,
            keys.getPublic().getEncoded(),
            der(0xa3, der(0x30, extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign((signer == null ? keys : signer.keys).getPrivate());
    signature.update(content);
    byte[] signed = der(0x03, new byte[1], signature.sign());
    return new Identity(keys, read(der(0x30, content, ECDSA_WITH_SHA256, signed)));
  }

  private static X509Certificate read(byte[] certificate) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  private static byte[] name(String text) {
    byte[] value = der(0x0c, text.getBytes(StandardCharsets.UTF_8));
    return der(0x30, der(0x31, der(0x30, COMMON_NAME, value)));
  }

  private static byte[] time(Instant time) {
    return der(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns a value of ASN.1: its tag, its length, and what it is made of. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.write(tag);
    int length = content.size();
    if (length >= 0x100) {
      value.write(0x82);
      value.write(length >> 8);
    } else if (length >= 0x80) {
      value.write(0x81);
    }
    value.write(length);
    value.writeBytes(content.toByteArray());
    return value.toByteArray();
  }
}
