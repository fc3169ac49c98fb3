package co.tambo.auth.testing;

import static co.tambo.auth.testing.SignatureAlgorithm.ES256;
import static co.tambo.auth.testing.SignatureAlgorithm.HS384;
import static co.tambo.auth.testing.SignatureAlgorithm.HS512;
import static co.tambo.auth.testing.SignatureAlgorithm.PS256;
import static co.tambo.auth.testing.SignatureAlgorithm.RS256;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** How the recorded exchanges were set up: groups 1, 2 and 9. */
final class ExchangeSetUps {

  private static final String JWE_HEAD = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..AAAA";

  private ExchangeSetUps() {}

  static SetUp.Table table() {
    return new SetUp.Table()
        .all(request())
        .all(modeNone())
        .all(modeSymmetric())
        .all(modeManual())
        .all(manualKeys())
        .all(modeAuto())
        .all(userinfo())
        .all(edges());
  }

  private static SetUp.Recipe none(SetUp.Token token) {
    return lab -> with(lab.project(ValidationMode.none()), token.in(lab));
  }

  private static SetUp.Recipe symmetric(SetUp.Token token) {
    return lab -> with(lab.project(ValidationMode.symmetric(Lab.SECRET)), token.in(lab));
  }

  private static SetUp.Recipe manual(SetUp.Token key, SetUp.Token token) {
    return lab -> with(lab.project(ValidationMode.asymmetricManual(key.in(lab))), token.in(lab));
  }

  private static SetUp.Recipe auto(SetUp.Token token) {
    return lab -> with(lab.project(ValidationMode.asymmetricAuto()), token.in(lab));
  }

  private static SetUp.Recipe untouched(SetUp.Token token) {
    return lab -> with(lab.tambo.addProject(), token.in(lab));
  }

  private static SetUp with(TamboProject project, String token) {
    return new SetUp(project.apiKey(), token);
  }

  private static SetUp.Token withIssuer(String issuer) {
    return lab -> lab.signed().claim("iss", issuer).text();
  }

  private static SetUp.Table request() {
    SetUp.Token good = lab -> lab.example().text();
    return new SetUp.Table()
        .row(none(good), "2.01", "2.02", "2.03", "2.04", "2.08", "2.09", "2.10", "2.11", "2.12")
        .row(none(good), "2.13", "2.14", "2.15", "2.16", "2.17", "2.18", "2.19", "2.20", "2.21")
        .row(none(good), "2.22", "2.23", "2.24", "2.25", "2.26", "2.27", "2.28", "2.29")
        .row(lab -> new SetUp(lab.otherServer.apiKey(), good.in(lab)), "2.05")
        .row(lab -> new SetUp(lab.tambo.apiKeyWithoutProject(), good.in(lab)), "2.07")
        .row(none(lab -> "a".repeat(8193)), "2.33");
  }

  private static SetUp.Table modeNone() {
    SetUp.Token good = lab -> lab.example().text();
    return new SetUp.Table()
        .row(none(good), "1.01", "1.02", "1.07", "1.21", "1.22", "1.23", "1.26", "1.33", "2.77")
        .row(none(lab -> expiring(lab, 120)), "1.03")
        .row(none(lab -> lab.example().without("exp").text()), "1.04")
        .row(none(lab -> lab.example().without("iss").text()), "1.05")
        .row(none(lab -> lab.example().unsigned().text()), "1.06")
        .row(none(ExchangeSetUps::organised), "1.08")
        .row(none(lab -> "a".repeat(8192)), "1.24")
        .row(none(lab -> lab.example().notBefore(in(lab, 600)).text()), "1.27")
        .row(none(lab -> lab.example().claim("exp", "1500000000").text()), "1.29")
        .row(none(lab -> expiring(lab, 0)), "1.30")
        .row(none(lab -> lab.example().claim("sub", 42).claim("exp", at(lab, 600)).text()), "1.31")
        .row(none(lab -> lab.example().claim("iss", "my issuer").text()), "1.32")
        .row(none(lab -> expiring(lab, -60)), "2.30")
        .row(none(lab -> lab.example().without("sub").text()), "2.31")
        .row(none(lab -> lab.example().claim("sub", "").text()), "2.32");
  }

  private static SetUp.Table modeSymmetric() {
    return new SetUp.Table()
        .row(symmetric(lab -> lab.example().text()), "1.09")
        .row(symmetric(lab -> lab.example().algorithm(HS384).text()), "1.10")
        .row(symmetric(lab -> lab.example().algorithm(HS512).text()), "1.11")
        .row(symmetric(lab -> lab.example().audience("https://other.example").text()), "1.28")
        .row(symmetric(lab -> lab.example().tampered().text()), "2.34")
        .row(symmetric(lab -> expiring(lab, -60)), "2.35")
        .row(symmetric(lab -> lab.example().unsigned().text()), "2.36")
        .row(symmetric(lab -> lab.signed().text()), "2.37")
        .row(symmetric(lab -> "unused"), "2.38")
        .row(symmetric(lab -> lab.example().without("sub").text()), "2.39")
        .row(symmetric(lab -> lab.example().notBefore(in(lab, 600)).text()), "2.40")
        .row(lab -> stored(lab, ""), "2.41")
        .row(lab -> stored(lab, "short"), "2.42");
  }

  private static SetUp stored(Lab lab, String secret) {
    return with(lab.project(ValidationMode.symmetric(secret)), lab.example().text());
  }

  private static SetUp.Table modeManual() {
    SetUp.Token rsa = lab -> lab.provider.publicKeyPem(RS256);
    SetUp.Token good = lab -> lab.signed().text();
    return new SetUp.Table()
        .row(manual(rsa, good), "1.12 manual_rsa_spki")
        .row(manual(rsa, lab -> lab.signed().algorithm(PS256).text()), "1.13 manual_rsa_spki")
        .row(manual(rsa, lab -> lab.signed().signedBy(lab.stranger).text()), "2.43")
        .row(manual(rsa, lab -> lab.signed().expiresIn(Duration.ofMinutes(-1)).text()), "2.44")
        .row(manual(rsa, lab -> lab.signed().unsigned().text()), "2.45")
        .row(manual(rsa, lab -> lab.signed().secret(rsa.in(lab)).text()), "2.46")
        .row(manual(rsa, lab -> "unused"), "2.47")
        .row(manual(rsa, lab -> lab.signed().without("sub").text()), "2.48")
        .row(manual(lab -> "", good), "2.49")
        .row(manual(lab -> "garbage", good), "2.50")
        .row(manual(lab -> lab.jwk(RS256, "d", "AQAB"), good), "2.51")
        .row(manual(lab -> lab.provider.keySet(), good), "2.52")
        .row(manual(rsa, lab -> lab.signed().algorithm(ES256).text()), "2.53");
  }

  private static SetUp.Table manualKeys() {
    SetUp.Token rs256 = lab -> lab.signed().text();
    SetUp.Token ps256 = lab -> lab.signed().algorithm(PS256).text();
    SetUp.Token es256 = lab -> lab.signed().algorithm(ES256).text();
    SetUp.Token jwkOfRsa = lab -> lab.provider.publicJwk(RS256);
    return new SetUp.Table()
        .row(manual(Lab::pkcs1, rs256), "1.12 manual_rsa_pkcs1")
        .row(manual(lab -> lab.certificate(RS256), rs256), "1.12 manual_rsa_x509")
        .row(manual(jwkOfRsa, rs256), "1.12 manual_rsa_jwk")
        .row(manual(lab -> lab.jwk(RS256, "alg", null), rs256), "1.12 manual_rsa_jwk_noalg")
        .row(manual(jwkOfRsa, ps256), "1.13b")
        .row(manual(lab -> lab.provider.publicKeyPem(ES256), es256), "1.14 manual_ec_spki")
        .row(manual(lab -> lab.certificate(ES256), es256), "1.14 manual_ec_x509")
        .row(manual(lab -> lab.provider.publicJwk(ES256), es256), "1.14 manual_ec_jwk")
        .row(manual(lab -> lab.jwk(ES256, "alg", null), es256), "1.14 manual_ec_jwk_noalg");
  }

  private static SetUp.Table modeAuto() {
    return new SetUp.Table()
        .row(auto(lab -> lab.signed().text()), "1.15")
        .row(auto(lab -> lab.signed().algorithm(ES256).text()), "1.16")
        .row(auto(withIssuer("https://idp.lab.test/")), "1.17")
        .row(auto(withIssuer("https://idp.lab.test/realms/one")), "1.18")
        .row(untouched(lab -> lab.signed().text()), "1.25")
        .row(auto(lab -> lab.signed().without("iss").text()), "2.54")
        .row(auto(withIssuer("not a url")), "2.55")
        .row(auto(withIssuer("http://idp.example.test")), "2.56")
        .row(auto(withIssuer("https://localhost")), "2.57")
        .row(auto(withIssuer("https://127.0.0.1")), "2.58")
        .row(auto(withIssuer("https://192.168.1.10")), "2.59")
        .row(auto(withIssuer("https://169.254.169.254")), "2.60")
        .row(auto(withIssuer("https://nowhere.example.test")), "2.61")
        .row(auto(lab -> lab.signed().signedBy(lab.stranger).text()), "2.62")
        .row(auto(lab -> lab.signed().header("kid", "unknown").text()), "2.63")
        .row(auto(lab -> lab.signed().withoutHeader("kid").text()), "2.64")
        .row(auto(lab -> lab.signed().expiresIn(Duration.ofMinutes(-1)).text()), "2.65")
        .row(auto(lab -> lab.signed().unsigned().text()), "2.66")
        .row(auto(lab -> "unused"), "2.67")
        .row(auto(lab -> lab.signed().secret(Lab.SECRET).text()), "2.68")
        .row(auto(withIssuer("https://login.microsoftonline.com/9188040d/v2.0")), "2.69")
        .row(untouched(lab -> "unused"), "2.75")
        .row(untouched(lab -> lab.example().text()), "2.76");
  }

  private static SetUp.Table userinfo() {
    return new SetUp.Table()
        .row(lab -> asking(lab, "opaque-good-token", Map.of("sub", "alice")), "1.19")
        .row(lab -> asking(lab, "opaque-numid-token", Map.of("id", 583231)), "1.20")
        .row(lab -> asking(lab, "another", Map.of("sub", "bob")), "2.70")
        .row(ExchangeSetUps::failing, "2.71")
        .row(lab -> asking(lab, "opaque-nosub", Map.of("name", "Alice")), "2.72")
        .row(lab -> with(lab.project(asking("https://localhost/userinfo")), "unused"), "2.73")
        .row(lab -> asking(lab, "another", Map.of()), "2.74");
  }

  private static SetUp asking(Lab lab, String token, Map<String, Object> claims) {
    lab.provider.opaqueToken(token, claims);
    return with(lab.project(asking(lab.provider.userinfoUrl())), lab.example().text());
  }

  private static SetUp failing(Lab lab) {
    lab.provider.answerUserinfoWith(request -> Answer.empty(503));
    return with(lab.project(asking(lab.provider.userinfoUrl())), "unused");
  }

  private static ValidationMode asking(String userinfoUrl) {
    return ValidationMode.userinfo(URI.create(userinfoUrl));
  }

  private static SetUp.Table edges() {
    SetUp.Token halfASecond = lab -> lab.example().claim("exp", at(lab, 120) + 0.5).text();
    SetUp.Token longSubject = lab -> lab.example().claim("sub", "s".repeat(4000)).text();
    return new SetUp.Table()
        .row(none(halfASecond), "9.01")
        .row(symmetric(halfASecond), "9.02")
        .row(none(lab -> lab.example().claim("exp", at(lab, 600) * 1000).text()), "9.03")
        .row(none(lab -> expiring(lab, 1)), "9.04")
        .row(none(lab -> lab.example().claim("exp", -5).text()), "9.05")
        .row(none(lab -> lab.example().claim("exp", 0).text()), "9.06")
        .row(none(lab -> lab.example().claim("sub", Map.of("id", 1)).text()), "9.07")
        .row(none(lab -> JWE_HEAD), "9.08")
        .row(symmetric(lab -> JWE_HEAD), "9.09")
        .row(none(longSubject), "9.10")
        .row(
            lab -> with(lab.tambo.project().validateBy(ValidationMode.none()), longSubject.in(lab)),
            "9.11")
        .row(symmetric(lab -> expiring(lab, -1)), "9.13")
        .row(symmetric(lab -> lab.example().notBefore(in(lab, 2)).text()), "9.14")
        .row(
            symmetric(lab -> lab.example().issuedAt(in(lab, 60)).claim("exp", at(lab, 600)).text()),
            "9.15")
        .row(lab -> with(lab.tambo.project(), expiring(lab, 2)), "9.16");
  }

  private static String organised(Lab lab) {
    return lab.example().claim("hd", "corp.example").claim("tid", "t1").claim("org_id", "o").text();
  }

  private static String expiring(Lab lab, long seconds) {
    return lab.example().claim("exp", at(lab, seconds)).text();
  }

  private static java.time.Instant in(Lab lab, long seconds) {
    return lab.time.now().plusSeconds(seconds);
  }

  private static long at(Lab lab, long seconds) {
    return in(lab, seconds).getEpochSecond();
  }
}
