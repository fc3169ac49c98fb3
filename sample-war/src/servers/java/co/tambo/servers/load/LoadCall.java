package co.tambo.servers.load;

/**
 * What one request is sent with, and whom the answer has to name. Does not print the token.
 *
 * @param token the bearer token
 * @param name the value of the member {@code name} of the JSON object in the answer
 */
public record LoadCall(String token, String name) {

  @Override
  public String toString() {
    return "LoadCall[****, " + name + "]";
  }
}
