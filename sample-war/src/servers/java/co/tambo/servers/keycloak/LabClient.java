package co.tambo.servers.keycloak;

/** The clients of the lab realm. */
public enum LabClient {
  /** The application's front end: a public client whose access tokens are for {@link #API}. */
  WEB("lab-web"),
  /** Another front end: the same, but its access tokens are for nobody in particular. */
  ELSEWHERE("lab-elsewhere"),
  /** The application itself, a confidential client with a service account. */
  API("lab-api"),
  /** A program: a confidential client whose service account's tokens are for {@link #API}. */
  ROBOT("lab-robot");

  private final String id;

  LabClient(String id) {
    this.id = id;
  }

  /** Returns the client id; that of {@link #API} is the audience of the lab's tokens. */
  public String id() {
    return id;
  }

  String secret() {
    return id + "-secret";
  }
}
