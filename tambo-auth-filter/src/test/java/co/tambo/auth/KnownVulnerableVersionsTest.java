package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Versions of the parent POM against a list that is kept by hand. It finds a step back, and what
 * somebody has looked up; what nobody has, it cannot know.
 */
class KnownVulnerableVersionsTest {

  private static final Pattern PROPERTY = Pattern.compile("<(version\\.[\\w-]+)>([^<]+)<");

  private record Advisory(String property, String from, String mended, String id) {

    static Advisory of(String line) {
      String[] cells = line.split(",", -1);
      return new Advisory(cells[0], cells[1], cells[2], cells[3]);
    }

    boolean covers(String version) {
      return Arrays.compare(numbers(version), numbers(from)) >= 0
          && Arrays.compare(numbers(version), numbers(mended)) < 0;
    }

    private static int[] numbers(String version) {
      return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }
  }

  private static List<Advisory> advisories() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/known-vulnerable-versions.csv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Advisory::of)
        .toList();
  }

  private static Map<String, String> versions() throws IOException {
    return PROPERTY
        .matcher(Files.readString(Path.of("..", "pom.xml")))
        .results()
        .collect(
            Collectors.toMap(
                found -> found.group(1), found -> found.group(2), (first, ofProfile) -> first));
  }

  @Test
  void noneIsUsed() throws IOException {
    Map<String, String> versions = versions();
    assertEquals(
        List.of(),
        advisories().stream()
            .filter(advisory -> advisory.covers(versions.getOrDefault(advisory.property(), "0")))
            .toList());
  }

  @Test
  void listNamesVersionsThatThereAre() throws IOException {
    Map<String, String> versions = versions();
    assertTrue(versions.size() > 30, versions::toString);
    assertEquals(
        List.of(),
        advisories().stream().filter(each -> !versions.containsKey(each.property())).toList());
  }

  @ParameterizedTest
  @CsvSource({"10.0,true", "10.0.1,true", "10.0.2,false", "10.10,false", "9.99.9,false"})
  void mendedVersionIsTheFirstThatIsNotCovered(String version, boolean covered) {
    assertEquals(covered, Advisory.of("version.x,10.0,10.0.2,CVE-1").covers(version));
  }
}
