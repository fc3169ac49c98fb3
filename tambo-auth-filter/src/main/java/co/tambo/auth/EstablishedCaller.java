package co.tambo.auth;

import java.security.Principal;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The user whom {@code tambo.container-login} has made the container's own caller in a request.
 * Some containers show that caller as a principal of their own making, with the same name.
 */
public final class EstablishedCaller {

  private static final String ATTRIBUTE = "co.tambo.auth.containerCaller";

  private EstablishedCaller() {}

  /** Notes the user among a request's attributes; null for none. */
  public static void note(
      @Nullable TamboPrincipal user, BiConsumer<String, @Nullable Object> setAttribute) {
    setAttribute.accept(ATTRIBUTE, user);
  }

  /** Returns the container's caller where its own login has made it; null for ours and for none. */
  public static @Nullable Principal foreign(
      @Nullable Principal caller, Function<String, @Nullable Object> attributes) {
    return caller == null || isOurs(caller, attributes) ? null : caller;
  }

  private static boolean isOurs(Principal caller, Function<String, @Nullable Object> attributes) {
    return caller instanceof TamboPrincipal
        || (attributes.apply(ATTRIBUTE) instanceof TamboPrincipal user
            && user.getName().equals(caller.getName()));
  }
}
