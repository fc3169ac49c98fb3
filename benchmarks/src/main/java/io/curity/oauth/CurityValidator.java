package io.curity.oauth;

import java.util.Map;
import javax.json.Json;

/** Makes the validator of Curity's filter reachable, which is private to its package. */
public final class CurityValidator {

  private static final long AN_HOUR_IN_SECONDS = 3600;

  private final JwtValidator validator;

  /** Creates a validator that trusts the keys of a set. */
  public CurityValidator(String keySet, String issuer, String audience) {
    this.validator =
        new JwtValidatorWithJwk(
            AN_HOUR_IN_SECONDS, () -> keySet, audience, issuer, Json.createReaderFactory(Map.of()));
  }

  /** Returns what a token says. */
  public Object validate(String token) throws TokenValidationException {
    return validator.validate(token);
  }
}
