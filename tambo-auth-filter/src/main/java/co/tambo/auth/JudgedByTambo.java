package co.tambo.auth;

import co.tambo.auth.TamboPrincipal.Source;
import co.tambo.auth.UserPrincipal.Profile;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.IdentityText;
import co.tambo.auth.internal.config.ConfigWarning;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets Tambo judge every token, opaque ones too. The user is the one whom the issued token names:
 * {@code sub}, and {@code original_…} for the subject token's issuer and organisation.
 */
final class JudgedByTambo implements Judgement {

  private static final String MADE_OF_TOKEN = "opaque:";

  private final AskedOfTambo exchange;
  private final TamboAuthListener listener;
  private final AtomicBoolean warned = new AtomicBoolean();

  JudgedByTambo(AskedOfTambo exchange, TamboAuthListener listener) {
    this.exchange = exchange;
    this.listener = listener;
  }

  /** The exchange says itself that a token is longer than Tambo takes. */
  @Override
  public int longest() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Verdict of(String token, Fingerprint fingerprint, boolean waits) {
    SubjectToken subjectToken = new SubjectToken(() -> token, fingerprint, null);
    return exchange.confirm(subjectToken, this::principal, Set.of(), waits);
  }

  private @Nullable TamboPrincipal principal(TamboToken issued) {
    Map<String, @Nullable Object> claims = claims(issued.value());
    if (!(claims.get("sub") instanceof String subject)
        || !IdentityText.usable(subject, IdentityText.SUBJECT_LENGTH)) {
      return null;
    }
    if (subject.startsWith(MADE_OF_TOKEN) && warned.compareAndSet(false, true)) {
      listener.warned(ConfigWarning.IDENTITY_FOLLOWS_TOKEN.about());
    }
    String issuer = claims.get("original_iss") instanceof String text ? text : null;
    String contextKey = ContextKey.of(issuer, subject, name -> claims.get("original_" + name));
    return new UserPrincipal(
        Source.TOKEN_EXCHANGE, true, issuer, subject, contextKey, Profile.named(subject));
  }

  /** Returns what the issued token says; nothing when it says nothing that can be read. */
  private static Map<String, @Nullable Object> claims(String issuedToken) {
    int first = issuedToken.indexOf('.');
    int second = issuedToken.indexOf('.', first + 1);
    if (first < 0 || second < 0) {
      return Map.of();
    }
    try {
      return Json.readObject(
          Base64.getUrlDecoder().decode(issuedToken.substring(first + 1, second)));
    } catch (IllegalArgumentException | JsonException e) {
      return Map.of();
    }
  }
}
