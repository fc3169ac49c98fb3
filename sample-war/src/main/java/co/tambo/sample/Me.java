package co.tambo.sample;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this application says about a request's user. */
final class Me {

  private Me() {}

  /** Returns the user as JSON; all of it null, but the state, when nobody is known. */
  static String json(TamboAuth auth, @Nullable Principal caller) {
    TamboPrincipal user = caller instanceof TamboPrincipal principal ? principal : null;
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("name", user == null ? null : user.getName());
    members.put("subject", user == null ? null : user.subject());
    members.put("issuer", user == null ? null : user.issuer().orElse(null));
    members.put("tenant", user == null ? null : user.tenant().orElse(null));
    members.put("contextKey", user == null ? null : user.contextKey());
    members.put("roles", user == null ? List.of() : user.roles());
    members.put("source", user == null ? null : user.source().word());
    members.put("state", auth.state().status());
    return Json.object(members);
  }
}
