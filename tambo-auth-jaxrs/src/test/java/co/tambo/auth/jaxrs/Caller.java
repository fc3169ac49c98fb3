package co.tambo.auth.jaxrs;

import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.TokenBuilder;

/** Who sends a request. */
enum Caller {
  NOBODY,
  ALICE,
  ADMIN,
  SCOPED,
  HALF_SCOPED,
  FORGER;

  RawRequest asks(RawRequest request, FakeIssuer issuer) {
    return this == NOBODY ? request : request.bearer(token(issuer.token("alice")).text());
  }

  private TokenBuilder token(TokenBuilder plain) {
    return switch (this) {
      case ADMIN -> plain.roles("admin");
      case SCOPED -> plain.claim("scope", "threads:write openid threads:read");
      case HALF_SCOPED -> plain.claim("scope", "threads:read");
      case FORGER -> plain.tampered();
      case NOBODY, ALICE -> plain;
    };
  }
}
