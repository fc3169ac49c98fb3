package co.tambo.auth.cdi;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The user that a request has at the time of each call; serialised, that user. */
final class RequestedPrincipal implements TamboPrincipal {

  @Serial private static final long serialVersionUID = 1L;

  private final transient HttpServletRequest request;

  RequestedPrincipal(HttpServletRequest request) {
    this.request = request;
  }

  private Optional<TamboPrincipal> user() {
    return TamboAuth.of(request::getAttribute).principal();
  }

  private <T> T of(Function<TamboPrincipal, T> read, T nobody) {
    return user().map(read).orElse(nobody);
  }

  private TamboPrincipal known() {
    return user()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the request is anonymous; ask TamboAuth.principal() whether there is a user"));
  }

  @Override
  @SuppressWarnings("NullAway") // null says that nobody is known (Jakarta Security's convention)
  public @Nullable String getName() {
    return user().map(TamboPrincipal::getName).orElse(null);
  }

  @Override
  public String subject() {
    return known().subject();
  }

  @Override
  public Optional<String> issuer() {
    return user().flatMap(TamboPrincipal::issuer);
  }

  @Override
  public Optional<String> tenant() {
    return user().flatMap(TamboPrincipal::tenant);
  }

  @Override
  public Set<String> roles() {
    return of(TamboPrincipal::roles, Set.of());
  }

  @Override
  public Set<String> scopes() {
    return of(TamboPrincipal::scopes, Set.of());
  }

  @Override
  public Set<String> permissions() {
    return of(TamboPrincipal::permissions, Set.of());
  }

  @Override
  public Optional<String> email() {
    return user().flatMap(TamboPrincipal::email);
  }

  @Override
  public boolean emailVerified() {
    return of(TamboPrincipal::emailVerified, false);
  }

  @Override
  public Map<String, Object> claims() {
    return of(TamboPrincipal::claims, Map.of());
  }

  @Override
  public String contextKey() {
    return known().contextKey();
  }

  @Override
  public Source source() {
    return known().source();
  }

  @Override
  public boolean verified() {
    return of(TamboPrincipal::verified, false);
  }

  @Override
  public String toString() {
    return user().map(Object::toString).orElse("TamboPrincipal[nobody]");
  }

  @Serial
  private Object writeReplace() {
    return known();
  }
}
