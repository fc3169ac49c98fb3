package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replays what was recorded of the real Tambo against its stand-in. */
@Tag("vectors")
class RecordedCasesTest {

  private static final Set<String> GROUPS = Set.of("1", "2", "4", "5", "9");
  private static final int CASES = 205;

  private static final Pattern THREAD_ID = Pattern.compile("thr_[0-9A-Za-z]+\\.[0-9a-f]{6}");
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final Pattern TIMESTAMP =
      Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern CUT_OFF = Pattern.compile("subject_token=.*…\\((\\d+) chars\\)");
  private static final Pattern OPAQUE_SUBJECT = Pattern.compile("opaque:[0-9a-f]{64}");
  private static final String TOKEN_TYPE =
      "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token";

  private final Lab lab = new Lab();
  private final SetUp.Table setUps = ExchangeSetUps.table().all(ThreadSetUps.table());
  private final Map<String, String> threadIds = new HashMap<>();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void standInAnswersAsTamboDid() throws Exception {
    List<RecordedCase> cases = RecordedCase.ofGroups(GROUPS);
    List<String> differences = new ArrayList<>();
    for (RecordedCase recorded : cases) {
      replay(recorded, differences);
    }

    assertEquals(CASES, cases.size());
    assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
  }

  private void replay(RecordedCase recorded, List<String> differences) throws Exception {
    SetUp setUp = setUps.of(recorded).in(lab);
    RawHttp.RawAnswer answer =
        RawHttp.send(
            lab.tambo.url(),
            recorded.method(),
            filled(recorded.target(), setUp),
            recorded.headers().stream()
                .map(header -> Map.entry(header.getKey(), filled(header.getValue(), setUp)))
                .toList(),
            filled(recorded.body(), setUp));
    lab.provider.answerNormally();
    remember(recorded, answer.body());
    String expected = shape(recorded.status(), recorded.contentType(), recorded.answer());
    String actual =
        shape(answer.status(), answer.header("Content-Type").orElse(null), answer.body());
    if (!expected.equals(actual)) {
      differences.add(recorded.title() + "\n  Tambo:    " + expected + "\n  stand-in: " + actual);
    }
  }

  /** Puts this run's keys, tokens and thread ids where the recording has its own. */
  private String filled(String recorded, SetUp setUp) {
    Matcher cutOff = CUT_OFF.matcher(recorded);
    String whole = recorded;
    if (cutOff.find()) {
      whole = cutOff.replaceFirst("subject_token=" + setUp.token() + TOKEN_TYPE);
      checkLength(Integer.parseInt(cutOff.group(1)), whole, setUp);
    }
    return THREAD_ID
        .matcher(whole.replace("<api-key>", setUp.apiKey()).replace("<jwt>", setUp.token()))
        .replaceAll(id -> threadIds.getOrDefault(id.group(), id.group()));
  }

  /** A body that was cut off must be as long again; a JWT's length depends on its claims. */
  private static void checkLength(int recorded, String rebuilt, SetUp setUp) {
    if (!setUp.token().startsWith("eyJ")) {
      assertEquals(recorded, rebuilt.length());
    }
  }

  /** Keeps what later cases refer to. */
  private void remember(RecordedCase recorded, String answer) throws Exception {
    if (recorded.status() != 201) {
      return;
    }
    Map<String, ?> body = Json.readObject(answer.getBytes(StandardCharsets.UTF_8));
    if (body.get("access_token") instanceof String token) {
      lab.lastIssued = token;
    }
    Matcher id = THREAD_ID.matcher(recorded.answer());
    if (id.find() && body.get("id") instanceof String actual) {
      threadIds.put(id.group(), actual);
    }
  }

  /** Returns what must be equal: everything but tokens, times, and which id a thread has. */
  private String shape(int status, @Nullable String contentType, String body) throws Exception {
    String json =
        body.isEmpty() ? "" : Json.write(Json.readObject(body.getBytes(StandardCharsets.UTF_8)));
    json = THREAD_ID.matcher(json).replaceAll(id -> threadIds.getOrDefault(id.group(), id.group()));
    json = TIMESTAMP.matcher(json).replaceAll("<time>");
    json = OPAQUE_SUBJECT.matcher(json).replaceAll("opaque:<sha256>");
    return status
        + " "
        + contentType
        + " "
        + TOKEN.matcher(json).replaceAll("<jwt>").replace("\\u003c", "<");
  }
}
