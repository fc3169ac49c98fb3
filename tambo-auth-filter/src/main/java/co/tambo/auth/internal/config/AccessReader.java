package co.tambo.auth.internal.config;

import co.tambo.auth.AccessMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads who may go where. */
final class AccessReader {

  private enum Preflight {
    REFUSE,
    PASS
  }

  private static final String REALM_FIX = "must be printable ASCII without \" and \\";

  private AccessReader() {}

  static AccessSettings read(Context context) {
    Values values = context.values();
    List<String> publicPaths = paths(values, Setting.PUBLIC_PATHS, "tambo.access=permissive");
    List<String> optionalPaths = paths(values, Setting.OPTIONAL_PATHS, "tambo.access=optional");
    Set<String> both = new TreeSet<>(publicPaths);
    both.retainAll(optionalPaths);
    if (!both.isEmpty()) {
      values.wrong(
          Setting.OPTIONAL_PATHS,
          "tambo.public-paths has " + String.join(", ", both) + " too; keep one of the two");
    }
    return new AccessSettings(
        values.get(Setting.ACCESS, Syntax.word(AccessMode.class)),
        publicPaths,
        optionalPaths,
        values.get(Setting.CORS_PREFLIGHT, Syntax.word(Preflight.class)) == Preflight.PASS,
        Set.copyOf(origins(context)),
        values.get(Setting.CONTAINER_LOGIN, Syntax.flag()),
        values.get(Setting.REALM, Syntax.text(AccessReader::isRealm, REALM_FIX)));
  }

  private static List<String> paths(Values values, Setting setting, String everything) {
    return values.read(setting, Syntax.list(PathPattern.syntax(everything))).orElse(List.of());
  }

  private static List<String> origins(Context context) {
    return context
        .values()
        .read(Setting.ALLOWED_ORIGINS, Syntax.list(WebAddress.origin(context.production())))
        .orElse(List.of());
  }

  private static boolean isRealm(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\');
  }
}
