package co.tambo.auth.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /oauth/token}: the token exchange, its checks in their order. */
final class ExchangeEndpoint {

  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
  private static final int MAX_TOKEN_LENGTH = 8192;
  private static final BigDecimal MAX_LIFE = BigDecimal.valueOf(3600);

  private final Projects projects;
  private final ProviderNetwork network;
  private final InstantSource clock;

  ExchangeEndpoint(Projects projects, ProviderNetwork network, InstantSource clock) {
    this.projects = projects;
    this.network = network;
    this.clock = clock;
  }

  Answer answer(ReceivedRequest request, Map<String, @Nullable Object> body) {
    String projectId = projects.authenticated(request);
    checkFields(body);
    String token = checkedToken(body);
    if (projects.databaseDown()) {
      return TamboAnswers.invalidSubjectToken();
    }
    TamboProject project = projects.find(projectId).orElse(null);
    if (token.length() > MAX_TOKEN_LENGTH) {
      return TamboAnswers.error(400, "Subject token too large");
    }
    return exchanged(token, project);
  }

  private Answer exchanged(String token, @Nullable TamboProject project) {
    Instant now = clock.instant();
    // A project that is not there has no settings, and no settings mean mode none.
    ValidationMode mode = project == null ? ValidationMode.none() : project.validation();
    try {
      Map<String, @Nullable Object> claims = ((SubjectTokenCheck) mode).claims(token, network, now);
      if (Claims.falsy(claims.get("sub"))) {
        return TamboAnswers.error(401, "Subject token missing subject (sub)");
      }
      return project == null
          ? TamboAnswers.error(500, "Project bearer secret not found")
          : issued(project, claims, now);
    } catch (JwtException e) {
      return TamboAnswers.invalidSubjectToken();
    }
  }

  private static Answer issued(
      TamboProject project, Map<String, @Nullable Object> subject, Instant now) {
    BigDecimal issuedAt = BigDecimal.valueOf(now.getEpochSecond());
    BigDecimal life = life(subject, issuedAt);
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("sub", subject.get("sub"));
    claims.put("iss", project.id());
    claims.put("aud", "tambo");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", Claims.plain(issuedAt.add(life)));
    for (String name : List.of("iss", "hd", "tid", "org_id")) {
      if (subject.containsKey(name)) {
        claims.put("original_" + name, subject.get(name));
      }
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("access_token", project.signed(claims));
    answer.put("token_type", "Bearer");
    answer.put("expires_in", Claims.plain(life));
    answer.put("issued_token_type", ACCESS_TOKEN);
    return TamboAnswers.json(201, answer);
  }

  private static BigDecimal life(Map<String, @Nullable Object> subject, BigDecimal now) {
    BigDecimal expiry = Claims.number(subject, "exp");
    BigDecimal left = expiry == null ? MAX_LIFE : expiry.subtract(now);
    return left.signum() > 0 ? left.min(MAX_LIFE) : MAX_LIFE;
  }

  private static void checkFields(Map<String, @Nullable Object> body) {
    List<String> messages = new ArrayList<>();
    for (String name : List.of("grant_type", "subject_token", "subject_token_type")) {
      Object value = body.get(name);
      if (value == null || value.equals("")) {
        messages.add(name + " should not be empty");
      }
      if (!(value instanceof String)) {
        messages.add(name + " must be a string");
      }
    }
    for (String name : List.of("audience", "scope")) {
      if (body.get(name) != null && !(body.get(name) instanceof String)) {
        messages.add(name + " must be a string");
      }
    }
    if (!messages.isEmpty()) {
      throw new Refusal(TamboAnswers.error(400, messages));
    }
  }

  private static String checkedToken(Map<String, @Nullable Object> body) {
    if (!GRANT_TYPE.equals(body.get("grant_type"))) {
      throw new Refusal(
          TamboAnswers.error(400, "Invalid grant_type. Must be '" + GRANT_TYPE + "'"));
    }
    if (!List.of(ACCESS_TOKEN, ID_TOKEN).contains(String.valueOf(body.get("subject_token_type")))) {
      throw new Refusal(
          TamboAnswers.error(
              400,
              "Invalid subject_token_type. Must be one of: " + ACCESS_TOKEN + ", " + ID_TOKEN));
    }
    return String.valueOf(body.get("subject_token"));
  }
}
