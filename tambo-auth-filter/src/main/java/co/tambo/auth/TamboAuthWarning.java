package co.tambo.auth;

/**
 * Something about the configuration that works, but that the deployer should know.
 *
 * @param code the stable code, {@code TAMBO-9…}
 * @param message what is the matter, which key it is about, and what to do; holds no secret
 */
public record TamboAuthWarning(String code, String message) {
  @Override
  public String toString() {
    return code + ": " + message;
  }
}
