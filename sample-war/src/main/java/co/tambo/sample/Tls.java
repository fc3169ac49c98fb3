package co.tambo.sample;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The JVM's TLS; on GlassFish, whose key store the JVM cannot open, with the JDK's authorities. */
final class Tls {

  private Tls() {}

  static SSLContext context() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException unusableKeyStore) {
      return withAuthoritiesOfJdk();
    }
  }

  private static SSLContext withAuthoritiesOfJdk() {
    File authorities = new File(System.getProperty("java.home"), "lib/security/cacerts");
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(KeyStore.getInstance(authorities, (char[]) null));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
