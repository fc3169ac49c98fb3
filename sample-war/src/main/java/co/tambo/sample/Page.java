package co.tambo.sample;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthWarning;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.TamboPrincipal;
import jakarta.servlet.ServletContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the page shows; texts as they are, to be escaped where they are shown. */
public record Page(
    String status,
    String sentence,
    Map<String, String> user,
    List<TamboAuthWarning> warnings,
    boolean demo) {

  /** Copies what is mutable. */
  public Page {
    warnings = List.copyOf(warnings);
  }

  static Page of(TamboAuth auth, ServletContext application) {
    return new Page(
        auth.state().status(),
        sentence(auth.state().status()),
        auth.principal().map(Page::user).orElse(Map.of()),
        warnings(application),
        Demo.isOn(application));
  }

  /** Returns whether the user is known. */
  public boolean identified() {
    return !user.isEmpty();
  }

  private static String sentence(String status) {
    return switch (status) {
      case "identified" -> "This application knows who you are.";
      case "exchanging" -> "Your token is being exchanged with Tambo.";
      case "error" -> "Your credential was not accepted, or could not be judged.";
      case "invalid" -> "Your request carries credentials that contradict each other.";
      default -> "This application does not know who you are.";
    };
  }

  private static Map<String, String> user(TamboPrincipal user) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Name", user.getName());
    rows.put("Known by", user.source().word() + ": " + meaning(user.source()));
    rows.put("Context key", user.contextKey());
    rows.put("Issuer", user.issuer().orElse("none"));
    rows.put("Tenant", user.tenant().orElse("none"));
    rows.put("Roles", user.roles().isEmpty() ? "none" : String.join(", ", user.roles()));
    return rows;
  }

  private static String meaning(TamboPrincipal.Source source) {
    return switch (source) {
      case USER_TOKEN -> "a user token that was verified here";
      case TOKEN_EXCHANGE -> "a user token that Tambo has exchanged";
      case USER_KEY -> "this application vouches for the user";
    };
  }

  private static List<TamboAuthWarning> warnings(ServletContext application) {
    Object deployed = application.getAttribute(TamboAuthenticator.DEPLOYED);
    Stream<?> authenticators = deployed instanceof List<?> list ? list.stream() : Stream.empty();
    return authenticators
        .map(TamboAuthenticator.class::cast)
        .flatMap(authenticator -> authenticator.warnings().stream())
        .distinct()
        .toList();
  }
}
