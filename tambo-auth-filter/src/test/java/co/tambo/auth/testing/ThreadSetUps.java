package co.tambo.auth.testing;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the recorded v1 calls were set up: groups 4 and 5, and those of group 9. */
final class ThreadSetUps {

  private ThreadSetUps() {}

  static SetUp.Table table() {
    return new SetUp.Table().all(identities()).all(badBearers()).all(owners()).all(contextKeys());
  }

  private static TamboProject project(Lab lab) {
    return lab.tambo.project().validateBy(ValidationMode.none());
  }

  /** With the bearer token of alice or another subject token's. */
  private static SetUp.Recipe bearer(SetUp.Token subjectToken) {
    return lab -> new SetUp(project(lab).apiKey(), lab.bearer(project(lab), subjectToken.in(lab)));
  }

  private static SetUp.Recipe user(String subject) {
    return bearer(lab -> lab.example().claim("sub", subject).text());
  }

  /** With a bearer token like Tambo's own, but for one claim; null leaves it out. */
  private static SetUp.Recipe forged(String claim, @Nullable Object value) {
    return lab -> {
      Map<String, @Nullable Object> claims = lab.issuedClaims(project(lab));
      claims.put(claim, value);
      claims.values().removeIf(java.util.Objects::isNull);
      return new SetUp(project(lab).apiKey(), project(lab).signed(claims));
    };
  }

  private static SetUp.Table identities() {
    return new SetUp.Table()
        .row(user("nobody-yet"), "4.01", "4.02", "4.03", "4.04", "4.05", "4.06", "4.07", "4.08")
        .row(user("nobody-yet"), "4.09", "4.11", "4.12", "4.19", "4.20", "4.21", "4.22", "4.23")
        .row(user("nobody-yet"), "4.25", "4.30", "4.31", "4.32", "4.33", "4.34", "4.35")
        .row(ThreadSetUps::tokenRequired, "4.27", "4.28")
        .row(bearer(lab -> lab.example().claim("sub", 42).text()), "4.37")
        .row(lab -> new SetUp(project(lab).apiKey(), lab.lastIssued), "9.12")
        .row(ThreadSetUps::later, "9.17");
  }

  private static SetUp tokenRequired(Lab lab) throws Exception {
    TamboProject project = lab.project(ValidationMode.none()).requireToken(true);
    return new SetUp(project.apiKey(), lab.bearer(project, lab.example().text()));
  }

  private static SetUp later(Lab lab) {
    lab.time.advance(Duration.ofMillis(2100));
    return new SetUp(project(lab).apiKey(), lab.lastIssued);
  }

  private static SetUp.Table badBearers() {
    return new SetUp.Table()
        .row(lab -> forged("exp", lab.time.now().getEpochSecond() - 1).in(lab), "4.10")
        .row(ThreadSetUps::badSignature, "4.13")
        .row(forged("aud", null), "4.14")
        .row(forged("aud", "other"), "4.15")
        .row(forged("iss", "p_nobody.000000"), "4.16")
        .row(forged("sub", null), "4.17")
        .row(lab -> new SetUp(project(lab).apiKey(), lab.example().text()), "4.18")
        .row(forged("exp", null), "4.36");
  }

  /** A token under another project's secret. */
  private static SetUp badSignature(Lab lab) {
    String token = lab.tambo.addProject().signed(lab.issuedClaims(project(lab)));
    return new SetUp(project(lab).apiKey(), token);
  }

  private static SetUp.Table owners() {
    return new SetUp.Table()
        .row(user("alice"), "5.01", "5.02", "5.03", "5.05", "5.06", "5.07", "5.08", "5.09", "5.10")
        .row(user("alice"), "5.11", "5.12", "5.13", "5.14", "5.16", "5.17", "5.18", "5.20", "5.21")
        .row(user("alice"), "5.26", "5.27", "5.49")
        .row(user("bob"), "5.04", "5.15", "5.19", "5.22", "5.23", "5.24")
        .row(lab -> new SetUp(lab.tambo.addProject().apiKey(), "unused"), "5.25");
  }

  private static SetUp.Table contextKeys() {
    return new SetUp.Table()
        .row(bearer(lab -> lab.example().without("iss").text()), "5.28")
        .row(from("https://accounts.google.com", "hd", "corp.example"), "5.29")
        .row(from("https://login.microsoftonline.com/t1/v2.0", "tid", "t1"), "5.30")
        .row(from("https://kc.example.test/realms/one", "azp", "app"), "5.31")
        .row(from("https://kc.example.test:8443/realms/two", "azp", "app"), "5.32", "5.33")
        .row(from("https://auth.example.test", "org_id", "org_9"), "5.34")
        .row(from("my issuer", "azp", "app"), "5.35")
        .row(bearer(lab -> OPAQUE), "5.36");
  }

  private static SetUp.Recipe from(String issuer, String claim, String value) {
    return bearer(lab -> lab.example().claim("iss", issuer).claim(claim, value).text());
  }

  /** The recording shows only its hash, which the replay does not compare. */
  private static final String OPAQUE = "gho_opaque";
}
