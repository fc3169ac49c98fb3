package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.ExchangeSettings.Mode;
import co.tambo.auth.internal.jose.SigningSecret;
import java.util.List;
import java.util.Optional;

/** Reads what Tambo is given in exchange: the user's own token, or one that is signed here. */
final class SubjectTokenReader {

  private enum Kind {
    ORIGINAL,
    SIGNED
  }

  private final Values values;
  private final boolean signed;

  SubjectTokenReader(Values values) {
    this.values = values;
    this.signed = values.get(Setting.SUBJECT_TOKEN, Syntax.word(Kind.class)) == Kind.SIGNED;
  }

  /** Reads the secret to sign with, empty where nothing is signed. */
  Optional<SigningSecret> signingSecret(Mode exchange) {
    if (!signed) {
      values.wrong(
          Setting.SIGNING_SECRET,
          "is not used with tambo.exchange.subject-token=original; remove it, or set"
              + " tambo.exchange.subject-token=signed");
      return Optional.empty();
    }
    if (exchange == Mode.OFF) {
      values.wrong(
          Setting.SUBJECT_TOKEN,
          "is not used while nothing is exchanged; set tambo.api-key and tambo.exchange=on-demand,"
              + " or remove it and tambo.exchange.signing-secret");
    } else if (!values.isSet(Setting.SIGNING_SECRET)) {
      values.missing(
          Setting.SIGNING_SECRET, "set it to the secret of the Tambo project in mode Symmetric");
    }
    return values.read(Setting.SIGNING_SECRET, SubjectTokenReader::secret);
  }

  /** Checks that what is vouched for was verified here, and with another secret. */
  void check(List<ProviderSettings> providers, ExchangeSettings exchange) {
    SigningSecret secret = exchange.signingSecret();
    for (ProviderSettings provider : providers) {
      if (signed && !isVerifiedHere(provider)) {
        values.wrong(
            Setting.SUBJECT_TOKEN,
            "tambo.verification="
                + Words.of(provider.verification())
                + " verifies nothing here, so nothing can be vouched for; use discovery, or the"
                + " original token");
      }
      if (secret != null && provider.keys().stream().anyMatch(secret::isSameAs)) {
        values.wrong(
            Setting.SIGNING_SECRET,
            "is the secret of provider "
                + provider.configuredName()
                + " too, so whoever holds the one could pass for any user here; use another, or"
                + " the original token");
      }
    }
  }

  private static boolean isVerifiedHere(ProviderSettings provider) {
    return switch (provider.verification()) {
      case DISCOVERY, PUBLIC_KEY, SECRET -> true;
      case NONE, TAMBO -> false;
    };
  }

  private static SigningSecret secret(String text) throws BadValueException {
    if (text.startsWith("base64:") || text.startsWith("base64url:")) {
      throw new BadValueException("is used as text, as Tambo does; write what the project holds");
    }
    List<String> weaknesses = SigningSecret.weaknesses(text);
    if (!weaknesses.isEmpty()) {
      throw new BadValueException("it cannot be used. " + String.join(" ", weaknesses));
    }
    return SigningSecret.of(text);
  }
}
