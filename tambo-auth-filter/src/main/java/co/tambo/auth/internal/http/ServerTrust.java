package co.tambo.auth.internal.http;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom TLS connections of ours trust. */
final class ServerTrust {

  private ServerTrust() {}

  /**
   * Returns what the JVM has been told to trust. GlassFish names a key store without its password,
   * of which the JVM can make nothing; then it is the authorities that come with the JDK.
   */
  static SSLContext context() {
    return context(SSLContext::getDefault);
  }

  static SSLContext context(Callable<SSLContext> ofJvm) {
    try {
      return ofJvm.call();
    } catch (NoSuchAlgorithmException unusable) {
      return ofJdk(unusable);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext ofJdk(Exception unusable) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, authorities().getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      e.addSuppressed(unusable);
      throw new IllegalStateException("no TLS on this JVM: " + e.getMessage(), e);
    }
  }

  /** Returns the JDK's own certificate authorities, which need no password to be read. */
  static TrustManagerFactory authorities() throws GeneralSecurityException, IOException {
    File file = new File(System.getProperty("java.home"), "lib/security/cacerts");
    char @Nullable [] password = null;
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(file, password));
    return trust;
  }
}
