package co.tambo.auth.internal.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.shaded.gson.JsonElement;
import com.nimbusds.jose.shaded.gson.JsonParser;
import com.nimbusds.jose.shaded.gson.Strictness;
import com.nimbusds.jose.shaded.gson.stream.JsonReader;
import com.nimbusds.jose.shaded.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What we accept, another strict reader accepts too, and reads the same from it. */
class JsonPeerTest {

  private static final int ROUNDS = 20_000;
  private static final String[] SEEDS = {
    "{\"iss\":\"https://a\",\"exp\":1300819380,\"aud\":[\"x\",\"y\"],\"n\":null,\"b\":true}",
    "{\"a\":{\"b\":[{\"c\":-1.5e+10},[],{}]},\"d\":\"\\u00e9\\ud83d\\ude00\\n\"}",
    "{ \"x\" : [ 0 , -0.0 , 12345678901234567890 ] , \"y\" : false }"
  };
  private static final String SPICE = "{}[]:,\"'\\/ \t\n\u0000\u001f0123456789+-.eEtfnua#\uFEFFé";

  @Test
  void mutatedTextsAreReadAlike() {
    Random random = new Random(20261121);
    int accepted = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = mutated(SEEDS[i % SEEDS.length], random);
      accepted += agree(text) ? 1 : 0;
    }
    assertTrue(accepted > ROUNDS / 100, "too few mutants were valid: " + accepted);
  }

  private static boolean agree(String text) {
    Map<String, @Nullable Object> ours;
    try {
      ours = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonException e) {
      return false;
    }
    JsonElement theirs = assertDoesNotThrow(() -> peer(text), text);
    assertEquals(theirs, JsonParser.parseString(Json.write(ours)), text);
    return true;
  }

  private static JsonElement peer(String text) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      assertEquals(JsonToken.END_DOCUMENT, reader.peek());
      return element;
    }
  }

  private static String mutated(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(text.length());
      char spice = SPICE.charAt(random.nextInt(SPICE.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, spice);
        case 1 -> text.insert(at, spice);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }
}
