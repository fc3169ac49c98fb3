package co.tambo.auth.testing;

import java.util.UUID;

/**
 * The two endpoints of GitHub that tell whose a token is, on loopback: the check of a token in the
 * name of its application, and the user. Thread-safe; keeps no JVM alive.
 *
 * <pre>{@code
 * try (FakeGitHub github = FakeGitHub.start()) {
 *   configure("tambo.preset", "github");
 *   configure("tambo.client-id", github.clientId());
 *   configure("tambo.client-secret", github.clientSecret());
 *   configure("tambo.introspection-url", github.checkUrl());
 *   configure("tambo.userinfo-url", github.userUrl());
 *   call("Authorization", "Bearer " + github.token(583231, "octocat"));
 * }
 * }</pre>
 */
public final class FakeGitHub implements AutoCloseable {

  private final String clientId = "Iv1." + UUID.randomUUID().toString().substring(0, 16);
  private final String clientSecret = UUID.randomUUID().toString().replace("-", "");
  private final GitHubEndpoints endpoints = new GitHubEndpoints(clientId, clientSecret);
  private final LoopbackServer server = new LoopbackServer(endpoints::count, endpoints::answer);

  private FakeGitHub() {}

  /** Starts a GitHub that has one application of yours. */
  public static FakeGitHub start() {
    return new FakeGitHub();
  }

  /** Returns the address, as {@code https://api.github.com} is one. */
  public String url() {
    return server.origin();
  }

  /** Returns where tokens of the application are checked. */
  public String checkUrl() {
    return url() + GitHubEndpoints.checkPath(clientId);
  }

  /** Returns where the user is asked for. */
  public String userUrl() {
    return url() + GitHubEndpoints.USER_PATH;
  }

  /** Returns the id of the application. */
  public String clientId() {
    return clientId;
  }

  /** Returns the secret of the application. */
  public String clientSecret() {
    return clientSecret;
  }

  /** Returns a new token of a user for the application. */
  public String token(long id, String login) {
    return issued("gho_", new GitHubToken(clientId, id, login, "User"));
  }

  /** Returns a new token of a user for another application. */
  public String tokenOfAnotherApp(long id, String login) {
    return issued("gho_", new GitHubToken("Iv1.another", id, login, "User"));
  }

  /** Returns a new token for the application whose user is a program. */
  public String botToken(long id, String login) {
    return issued("gho_", new GitHubToken(clientId, id, login, "Bot"));
  }

  /** Returns a new token of an installation, behind which there is no user. */
  public String installationToken() {
    return issued("ghs_", new GitHubToken(clientId, 0, "", GitHubToken.INSTALLATION));
  }

  /** Makes a token as good as never given out. */
  public void revoke(String token) {
    endpoints.revoke(token);
  }

  /** Answers checks otherwise than GitHub does. */
  public void answerChecksWith(Responder responder) {
    endpoints.answerChecksWith(responder);
  }

  /** Answers requests for the user otherwise than GitHub does. */
  public void answerUsersWith(Responder responder) {
    endpoints.answerUsersWith(responder);
  }

  /** Answers as GitHub does again. */
  public void answerNormally() {
    endpoints.answerNormally();
  }

  /** Goes out of order until {@link #comeBack()}. */
  public void goDown(Outage outage) {
    server.goDown(outage);
  }

  /** Is in order again, at the same address. */
  public void comeBack() {
    server.comeBack();
  }

  /** Holds all answers back until the result is closed. */
  public HeldAnswers holdAnswers() {
    return server.holdAnswers();
  }

  /** Returns how many checks have been asked for. */
  public int checks() {
    return endpoints.checks();
  }

  /** Returns how often the user has been asked for. */
  public int users() {
    return endpoints.users();
  }

  /** Stops. */
  @Override
  public void close() {
    server.close();
  }

  private String issued(String prefix, GitHubToken token) {
    String text = prefix + UUID.randomUUID().toString().replace("-", "");
    endpoints.put(text, token);
    return text;
  }
}
