package co.tambo.auth.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of a test's own; the JDK offers no public way to make certificates. */
final class TestAuthority {

  private static final byte[] ECDSA_WITH_SHA256 = hex("300a06082a8648ce3d040302");
  private static final byte[] VERSION_3 = hex("a003020102");
  private static final byte[] CA_TRUE = hex("300f0603551d130101ff040530030101ff");
  private static final byte[] SUBJECT_ALTERNATIVE_NAME = hex("0603551d11");

  private final KeyPair pair = newPair();
  private final Certificate certificate =
      certificate("authority", pair, "authority", pair, "491231000000Z", CA_TRUE);

  /** Returns what a client has that trusts this authority and nobody else. */
  SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** Returns what a server has whose certificate is for a host and ends at a time. */
  SSLContext serving(String host, String end) throws Exception {
    KeyPair own = newPair();
    return serving(
        own, certificate("server", own, "authority", pair, end, nameOf(host)), certificate);
  }

  /** Returns what a server has whose certificate no authority has signed. */
  static SSLContext servingSelfSigned(String host) throws Exception {
    KeyPair own = newPair();
    return serving(own, certificate("server", own, "server", own, "491231000000Z", nameOf(host)));
  }

  private static SSLContext serving(KeyPair own, Certificate... chain) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", own.getPrivate(), new char[0], chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Certificate certificate(
      String subject, KeyPair own, String issuer, KeyPair signer, String end, byte[] extension) {
    try {
      byte[] signed =
          tlv(
              0x30,
              VERSION_3,
              tlv(0x02, new byte[] {1}),
              ECDSA_WITH_SHA256,
              name(issuer),
              tlv(0x30, time("200101000000Z"), time(end)),
              name(subject),
              own.getPublic().getEncoded(),
              tlv(0xa3, tlv(0x30, extension)));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer.getPrivate());
      signature.update(signed);
      byte[] whole = tlv(0x30, signed, ECDSA_WITH_SHA256, tlv(0x03, new byte[1], signature.sign()));
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(whole));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The name of a host, or an address of four numbers. */
  private static byte[] nameOf(String host) {
    byte[] entry =
        host.equals("127.0.0.1")
            ? tlv(0x87, new byte[] {127, 0, 0, 1})
            : tlv(0x82, host.getBytes(StandardCharsets.US_ASCII));
    return tlv(0x30, SUBJECT_ALTERNATIVE_NAME, tlv(0x04, tlv(0x30, entry)));
  }

  private static byte[] name(String commonName) {
    byte[] text = tlv(0x0c, commonName.getBytes(StandardCharsets.US_ASCII));
    return tlv(0x30, tlv(0x31, tlv(0x30, hex("0603550403"), text)));
  }

  private static byte[] time(String utc) {
    return tlv(0x17, utc.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] tlv(int tag, byte[]... values) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] value : values) {
      content.writeBytes(value);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.size() < 128) {
      out.write(content.size());
    } else if (content.size() < 256) {
      out.write(0x81);
      out.write(content.size());
    } else {
      out.write(0x82);
      out.write(content.size() >> 8);
      out.write(content.size());
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
