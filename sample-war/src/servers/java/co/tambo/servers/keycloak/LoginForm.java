package co.tambo.servers.keycloak;

/** The form of Keycloak's login page. */
final class LoginForm {

  private LoginForm() {}

  /**
   * Returns the address that the form is sent to.
   *
   * @throws IllegalStateException when the page has no login form
   */
  static String action(String page) {
    String tag = formTag(page);
    String attribute = "action=\"";
    int from = tag.indexOf(attribute);
    if (from < 0) {
      throw new IllegalStateException("the login form has no action");
    }
    int value = from + attribute.length();
    return tag.substring(value, tag.indexOf('"', value)).replace("&amp;", "&");
  }

  private static String formTag(String page) {
    int id = page.indexOf("id=\"kc-form-login\"");
    if (id < 0) {
      throw new IllegalStateException("the page has no login form");
    }
    return page.substring(page.lastIndexOf("<form", id), page.indexOf('>', id));
  }
}
