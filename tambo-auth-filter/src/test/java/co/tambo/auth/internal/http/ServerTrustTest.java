package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class ServerTrustTest {

  private static SSLContext unusable() throws NoSuchAlgorithmException {
    throw new NoSuchAlgorithmException("Error constructing implementation");
  }

  @Test
  void jvmDecidesWhomToTrust() throws Exception {
    assertSame(SSLContext.getDefault(), ServerTrust.context());
  }

  @Test
  void unusableKeyStoreOfTheServerIsMet() {
    SSLContext context = ServerTrust.context(ServerTrustTest::unusable);
    assertTrue(context.getSupportedSSLParameters().getProtocols().length > 0);
  }

  @Test
  void theJdksOwnAuthoritiesAreTrustedInstead() throws Exception {
    TrustManager[] managers = ServerTrust.authorities().getTrustManagers();
    long authorities =
        Arrays.stream(managers)
            .map(X509TrustManager.class::cast)
            .mapToLong(manager -> manager.getAcceptedIssuers().length)
            .sum();
    assertNotEquals(0, authorities);
  }
}
