package co.tambo.auth.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private static Map<String, @Nullable Object> read(String json) throws JsonException {
    return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Object value(String json) throws JsonException {
    return read("{\"v\":" + json + "}").get("v");
  }

  private static String refusal(String json) {
    return refusal(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(byte[] json) {
    JsonException refusal = assertThrows(JsonException.class, () -> Json.readObject(json));
    assertEquals(0, refusal.getStackTrace().length);
    return String.valueOf(refusal.getMessage());
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Nested
  class Reading {

    @Test
    void membersKeepTheirOrder() throws JsonException {
      assertEquals(
          List.of("b", "a", "c"), new ArrayList<>(read("{\"b\":1,\"a\":2,\"c\":3}").keySet()));
    }

    @Test
    void nullIsKept() throws JsonException {
      Map<String, @Nullable Object> read = read("{\"a\":null,\"b\":[null]}");
      assertTrue(read.containsKey("a"));
      assertEquals(Arrays.asList((Object) null), read.get("b"));
    }

    @Test
    void whiteSpaceMayStandBetweenTokens() throws JsonException {
      assertEquals(
          Map.of("a", List.of(1L, true)), read(" \t\r\n{ \"a\" : [ 1 ,\n true ] } \t\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
      "0, 0",
      "-0, 0",
      "42, 42",
      "-9223372036854775808, -9223372036854775808",
      "9223372036854775807, 9223372036854775807"
    })
    void integersThatFitAreLongs(String json, long value) throws JsonException {
      assertEquals(value, value(json));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1.0",
          "1e3",
          "1E+3",
          "-1.5e-7",
          "9223372036854775808",
          "-9223372036854775809",
          "1e1000"
        })
    void otherNumbersAreExactDecimals(String json) throws JsonException {
      assertEquals(new BigDecimal(json), value(json));
    }

    @Test
    void numberThatIsReadCanBeWrittenAndReadAgain() throws JsonException {
      String json = "{\"a\":" + "1".repeat(JsonScanner.MAX_NUMBER_LENGTH - 3) + "E+3}";
      assertEquals(read(json), read(Json.write(read(json))));
      String longest = "{\"a\":1." + "1".repeat(JsonScanner.MAX_NUMBER_LENGTH - 2) + "}";
      assertEquals(read(longest), read(Json.write(read(longest))));
    }

    @Test
    void spaceIsAsGoodAsAnyCharacter() throws JsonException {
      assertEquals(" a b ", value("\" a b \""));
      assertEquals(" \n ", value("\" \\n \""));
    }

    @Test
    void numberOf64CharactersIsRead() throws JsonException {
      String digits = "1".repeat(JsonScanner.MAX_NUMBER_LENGTH);
      assertEquals(new BigDecimal(digits), value(digits));
      assertEquals("number out of bounds", refusal("{\"v\":" + digits + "1}"));
    }

    @Test
    void escapesAreRead() throws JsonException {
      assertEquals(
          "\"\\/\b\f\n\r\tAé\uD83D\uDE00",
          value("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00E9\\uD83d\\uDE00\""));
    }

    @Test
    void textOfAllPlanesIsRead() throws JsonException {
      assertEquals("aé€\uD83D\uDE00\uFFFD", value("\"aé€\uD83D\uDE00\uFFFD\""));
    }

    @Test
    void textGoesOnBehindAnEscape() throws JsonException {
      assertEquals("front\nback", value("\"front\\nback\""));
    }

    @Test
    void thirtyTwoLevelsAreRead() throws JsonException {
      assertEquals(1, read(nested(JsonReader.MAX_DEPTH)).size());
      assertEquals("nested too deeply", refusal(nested(JsonReader.MAX_DEPTH + 1)));
    }

    @Test
    void whatWasReadCannotBeChanged() throws JsonException {
      Map<String, @Nullable Object> read = read("{\"a\":{},\"b\":[],\"c\":{\"d\":1},\"e\":[1]}");
      assertThrows(UnsupportedOperationException.class, () -> read.remove("a"));
      for (Object value : read.values()) {
        assertThrows(
            UnsupportedOperationException.class,
            () -> {
              if (value instanceof Map<?, ?> map) {
                map.clear();
              } else if (value instanceof List<?> list) {
                list.add(null);
              }
            });
      }
    }

    private static String nested(int depth) {
      return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }
  }

  @Nested
  class Refusing {

    @ParameterizedTest
    @ValueSource(
        strings = {"", " ", "[]", "[[\"sub\",\"root\"]]", "null", "1", "\"a\"", "true", "\uFEFF{}"})
    void onlyAnObjectStandsAtTheTop(String json) {
      assertEquals("not an object", refusal(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}x", "{},", "{}}", "{}\u0000", "{}//", "{}\uFEFF"})
    void nothingFollowsTheObject(String json) {
      assertEquals("text after the object", refusal(json));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"a\":1,\"a\":1}",
          "{\"a\":1,\"\\u0061\":2}",
          "{\"a\":null,\"a\":1}",
          "{\"x\":{\"a\":1,\"a\":2}}",
          "{\"x\":[[{\"a\":1,\"\\u0061\":2}]]}"
        })
    void memberIsNamedOnce(String json) {
      assertEquals("duplicate member", refusal(json));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{",
          "{\"",
          "{\"a",
          "{\"a\"",
          "{\"a\":",
          "{\"a\":1",
          "{\"a\":1,",
          "{\"a\":1,}",
          "{,}",
          "{a:1}",
          "{'a':1}",
          "{\"a\"=1}",
          "{\"a\" 1}",
          "{\"a\":1;\"b\":2}",
          "{\"a\":1 \"b\":2}",
          "{1:2}",
          "{null:2}",
          "{\"a\"::1}",
          "{\"a\":[1,]}",
          "{\"a\":[,1]}",
          "{\"a\":[1 2]}",
          "{\"a\":[1}",
          "{\"a\":]",
          "{/**/}",
          "{\"a\":1//\n}",
          "{#\n}",
          "{\"a\":'b'}",
          ")]}'\n{}x"
        })
    void structureIsExact(String json) {
      assertFalse(refusal(json).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "01",
          "-01",
          "00",
          "+1",
          "-",
          ".5",
          "1.",
          "1.e1",
          "-.5",
          "1e",
          "1e+",
          "1e+-1",
          "0x10",
          "1_000",
          "NaN",
          "Infinity",
          "-Infinity",
          "1f",
          "1L",
          "١",
          "--1",
          "1.2.3"
        })
    void numberHasTheGrammarOfRfc8259(String number) {
      assertEquals("malformed", refusal("{\"v\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1e1001", "1e-1001", "1e9999", "1e99999", "1e999999999999", "1e-999999999999"})
    void exponentIsBounded(String number) {
      assertEquals("number out of bounds", refusal("{\"v\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "TRUE", "tru", "truex", "nul", "Null", "undefined", "fals"})
    void literalNamesAreExact(String word) {
      assertEquals("malformed", refusal("{\"v\":" + word + "}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"\\x\"",
          "\"\\'\"",
          "\"\\u12\"",
          "\"\\u12g4\"",
          "\"\\u００４１\"",
          "\"\\U0041\"",
          "\"\\\n\"",
          "\"a\nb\"",
          "\"\t\"",
          "\"\u0000\"",
          "\"\\n\u001f\"",
          "\"\\",
          "\"\\u",
          "\"a"
        })
    void stringIsExact(String string) {
      assertEquals("malformed", refusal("{\"v\":" + string));
      assertEquals("malformed", refusal("{\"v\":" + string + "}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\\ud800",
          "\\udc00",
          "\\ud800x",
          "\\ud800\\n",
          "\\ud800\\ud800",
          "\\udc00\\ud800",
          "\\ud800\\u0041",
          "a\\udfffb"
        })
    void escapedSurrogateHasItsPair(String string) {
      assertEquals("lone surrogate", refusal("{\"v\":\"" + string + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "c0 80",
          "c0 ae",
          "e0 80 af",
          "f0 80 80 af",
          "80",
          "c3",
          "e2 82",
          "ff",
          "fe",
          "ed a0 80",
          "ed a0 bd ed b8 80",
          "f4 90 80 80",
          "f8 88 80 80 80"
        })
    void bytesAreValidUtf8(String sequence) {
      assertEquals("not UTF-8", refusal(hex("7b2276223a22" + sequence + "227d")));
    }

    @Test
    void otherEncodingsAreRefused() {
      assertFalse(refusal("{}".getBytes(StandardCharsets.UTF_16)).isEmpty());
      assertFalse(refusal("{}".getBytes(StandardCharsets.UTF_16LE)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void endlessNestingIsRefusedOnTheWay(String level) {
      assertEquals("nested too deeply", refusal("{\"a\":" + level.repeat(500_000)));
    }

    @Test
    void messageNeverQuotesTheText() {
      assertFalse(refusal("{\"canary\":canary}").contains("canary"));
      assertFalse(refusal("{\"canary\":1,\"canary\":1}").contains("canary"));
    }
  }

  @Nested
  class Writing {

    @Test
    void whatIsWrittenReadsTheSame() throws JsonException {
      String json = "{\"a\":[1,-2.50,true,null,{}],\"b\":{\"c\":\"d\"},\"e\":[]}";
      assertEquals(json, Json.write(read(json)));
    }

    @Test
    void whatMayHarmAPageOrALogIsEscaped() {
      assertEquals(
          "\"\\u003c/script>\\u2028\\u2029\\u0000\\u001b\\u007f\\n\\r\\t\\\"\\\\\"",
          Json.write("</script>\u2028\u2029\u0000\u001b\u007f\n\r\t\"\\"));
    }

    @Test
    void textOfAllPlanesStaysReadable() {
      assertEquals("\"é€\uD83D\uDE00\"", Json.write("é€\uD83D\uDE00"));
    }

    @Test
    void loneSurrogateIsEscaped() {
      assertEquals("\"\\ud83dx\"", Json.write("\uD83Dx"));
    }

    @Test
    void everyNumberIsWritten() {
      assertEquals("[1,2,1.5,2.5]", Json.write(List.of(1, (short) 2, 1.5f, 2.5d)));
    }

    @Test
    void numberThatIsNoneIsRefused() {
      assertThrows(IllegalArgumentException.class, () -> Json.write(Double.NaN));
      assertThrows(IllegalArgumentException.class, () -> Json.write(Float.POSITIVE_INFINITY));
    }

    @Test
    void typeThatJsonDoesNotKnowIsRefusedByName() {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> Json.write(new Object()));
      assertEquals("not a JSON value: java.lang.Object", refusal.getMessage());
    }

    @Test
    void membersAreWrittenInOrder() {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      members.put("z", null);
      members.put("a", List.of());
      assertEquals("{\"z\":null,\"a\":[]}", Json.write(members));
    }
  }
}
