package co.tambo.benchmarks;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A provider of cryptography that is put before the JDK's own, as a deployer would. */
enum JcaProvider {
  JDK(""),
  CONSCRYPT("org.conscrypt.OpenSSLProvider"),
  CORRETTO("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");

  /** The system property that names one to the benchmarks. */
  static final String PROPERTY = "bench.provider";

  private final String type;

  JcaProvider(String type) {
    this.type = type;
  }

  /** Puts the provider first that the system property names. */
  static void install() {
    JcaProvider wanted = valueOf(System.getProperty(PROPERTY, JDK.name()));
    if (wanted != JDK && Security.insertProviderAt(wanted.made(), 1) < 0) {
      throw new IllegalStateException(wanted + " is there already");
    }
  }

  private Provider made() {
    try {
      return Class.forName(type).asSubclass(Provider.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(this + " cannot be used on this machine", e);
    }
  }

  static List<Row> measure(Profile profile, Jdk jdk) {
    List<Row> rows = new ArrayList<>();
    Map<String, List<String>> algorithms = Map.of("algorithm", List.of("RS256", "ES256", "EDDSA"));
    for (JcaProvider provider : values()) {
      JmhRun run =
          new JmhRun(profile, jdk)
              .jvmArguments("-Xms1g", "-Xmx1g", "-D" + PROPERTY + "=" + provider.name())
              .run(ProviderBenchmark.class, "verify", algorithms);
      run.rows().forEach(row -> rows.add(row.with("provider", provider.name())));
    }
    return rows;
  }
}
