package co.tambo.auth.internal.config;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Instant;
import java.util.List;

/** Reads the configuration. */
public final class PolicyReader {

  private PolicyReader() {}

  /**
   * Reads every setting from the first source that has it.
   *
   * @param sources the adapter's sources, the most specific first; those of the environment follow
   * @throws co.tambo.auth.TamboAuthConfig.TamboConfigException naming all problems at once
   */
  public static Policy read(List<ConfigSource> sources) {
    return read(sources, Surroundings.detect(), TimeSource.system().now());
  }

  static Policy read(List<ConfigSource> adapters, List<Layer> surroundings, Instant now) {
    Sources sources = new Sources(adapters, surroundings);
    Findings findings = new Findings();
    Values values = Values.plain(sources, findings);
    List<String> names = ProvidersReader.names(values);
    new UnknownNames(names, findings).check(sources.layers());
    Parts parts = Parts.read(Context.of(values, findings, now), names);
    findings.throwIfAny();
    return parts.policy(findings);
  }

  private record Parts(
      List<CredentialSource> userTokens,
      List<CredentialSource> userKeys,
      List<ProviderSettings> providers,
      ExchangeSettings exchange,
      AccessSettings access,
      KeySettings keys) {

    static Parts read(Context context, List<String> names) {
      ExchangeSettings exchange = ExchangeReader.read(context);
      CredentialReader credentials = new CredentialReader(context);
      List<CredentialSource> tokens =
          credentials.userTokens(ProvidersReader.anySet(context.values()));
      List<CredentialSource> keys = credentials.userKeys();
      credentials.check(tokens, keys);
      AccessSettings access = AccessReader.read(context);
      if (access.containerLogin()) {
        credentials.checkContainerLogin(tokens, keys);
      }
      return new Parts(
          tokens,
          keys,
          tokens.isEmpty() ? List.of() : new ProvidersReader(context, exchange).read(names),
          exchange,
          access,
          KeySettingsReader.read(context));
    }

    Policy policy(Findings findings) {
      String description =
          PolicyDescription.of(userTokens, userKeys, providers, exchange, access, keys);
      return new Policy(
          userTokens,
          userKeys,
          providers,
          exchange,
          access,
          keys,
          findings.warnings(),
          description);
    }
  }
}
