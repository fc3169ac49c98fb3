package co.tambo.auth.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/** Makes a self-signed X.509 certificate, as PEM; the JDK offers no public way. */
final class TestCertificate {

  private static final byte[] SHA256_WITH_RSA = hex("300d06092a864886f70d01010b0500");
  private static final byte[] ECDSA_WITH_SHA256 = hex("300a06082a8648ce3d040302");
  private static final byte[] CN_TEST = hex("300f310d300b06035504030c0474657374");
  private static final byte[] VERSION_3 = hex("a003020102");
  private static final byte[] SERIAL = hex("020101");

  private TestCertificate() {}

  static String pem(KeyPair pair) throws Exception {
    boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
    byte[] algorithm = rsa ? SHA256_WITH_RSA : ECDSA_WITH_SHA256;
    byte[] validity = tlv(0x30, utcTime("200101000000Z"), utcTime("491231000000Z"));
    byte[] signed =
        tlv(
            0x30,
            VERSION_3,
            SERIAL,
            algorithm,
            CN_TEST,
            validity,
            CN_TEST,
            pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(signed);
    byte[] certificate = tlv(0x30, signed, algorithm, tlv(0x03, new byte[1], signature.sign()));
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static byte[] utcTime(String time) {
    return tlv(0x17, time.getBytes(StandardCharsets.US_ASCII));
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
