package co.tambo.auth.internal.providers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The organization of a Clerk session token, version 2: {@code o.rol} is the role, {@code o.per}
 * names permissions, and for each feature of {@code fea} that organizations have, in order, {@code
 * o.fpm} holds one number whose bits, the lowest first, choose among these names.
 */
record ClerkOrganization(@Nullable Object id, Set<String> roles, Set<String> permissions) {

  /** More digits than any plan has permissions; a longer number is not computed with. */
  private static final int MAX_DIGITS = 100;

  static ClerkOrganization of(Map<?, ?> organization, @Nullable Object features) {
    Set<String> roles =
        organization.get("rol") instanceof String role && !role.isBlank()
            ? Set.of(role.startsWith("org:") ? role : "org:" + role)
            : Set.of();
    return new ClerkOrganization(
        organization.get("id"),
        roles,
        permissions(
            ofOrganizations(items(features)),
            items(organization.get("per")),
            items(organization.get("fpm"))));
  }

  UserClaims in(UserClaims user) {
    return user.withTenant(id).withRoles(roles).withPermissions(permissions);
  }

  private static Set<String> permissions(
      List<String> features, List<String> names, List<String> masks) {
    Set<String> permissions = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(features.size(), masks.size()); i++) {
      BigInteger mask = mask(masks.get(i));
      for (int bit = 0; bit < names.size(); bit++) {
        if (mask.testBit(bit)) {
          permissions.add("org:" + features.get(i) + ":" + names.get(bit));
        }
      }
    }
    return Set.copyOf(permissions);
  }

  private static BigInteger mask(String digits) {
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? new BigInteger(digits) : BigInteger.ZERO;
  }

  /** Returns the names of the features whose scope, before the colon, has an {@code o}. */
  private static List<String> ofOrganizations(List<String> features) {
    List<String> names = new ArrayList<>();
    for (String feature : features) {
      int colon = feature.indexOf(':');
      if (colon > 0 && feature.substring(0, colon).indexOf('o') >= 0) {
        names.add(feature.substring(colon + 1));
      }
    }
    return names;
  }

  private static List<String> items(@Nullable Object list) {
    List<String> items = new ArrayList<>();
    if (list instanceof String text && !text.isEmpty()) {
      for (String item : text.split(",", -1)) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
