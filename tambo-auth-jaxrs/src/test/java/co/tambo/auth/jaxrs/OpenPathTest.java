package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenPathTest {

  @ParameterizedTest
  @CsvSource({
    "GET, api/x, GET, api/x, true",
    "GET, /api//x/, GET, api/x, true",
    "GET, api/x, HEAD, api/x, true",
    "POST, api/x, HEAD, api/x, false",
    "GET, api/x, POST, api/x, false",
    "GET, api/x, get, api/x, false",
    "GET, api/x, OPTIONS, api/x, false",
    "GET, api/x, GET, api, false",
    "GET, api/x, GET, api/x/y, false",
    "GET, api/x, GET, api/X, false",
    "GET, api/{id}, GET, api/1, true",
    "GET, api/{id}, GET, api/1/2, false",
    "GET, api/{id}.json, GET, api/1.json, true",
    "GET, api/{id}/deep, GET, api/1/deep, true",
    "GET, api/{id}/deep, GET, api/1/other, false",
    "GET, api/{path: .*}, GET, api/1/2/3, true",
    "GET, api/{path: .*}, GET, api, true",
    "GET, api/{path : [^/]+/[0-9]{2}}/x, GET, api/a/12/x, true",
    "GET, api/{path: .*}, GET, other/1, false",
    "GET, a%20b/x, GET, a b/x, true",
    "GET, a:b/x, GET, a:b/x, true",
  })
  void mayMatch(String method, String template, String realMethod, String path, boolean may) {
    assertEquals(may, OpenPath.of(method, template).mayMatch(realMethod, segments(path)));
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
