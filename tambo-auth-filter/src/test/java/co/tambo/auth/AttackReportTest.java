package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.parts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the collected attacks against the tests of all modules that are marked with their ids, and
 * writes the report {@code target/attacks.md}: attack, expected answer, proof.
 */
@Tag("vectors")
class AttackReportTest {

  private static final int MOST_WITHOUT_A_TEST = 8;
  private static final Pattern MARK =
      Pattern.compile(
          "@Attack\\(\\s*(\\{[^}]*}|\"[^\"]*\")\\s*\\)(.*?\\b(?:void|class)\\s+(\\w+))",
          Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("[A-Z]\\d\\d");

  /** Why an attack has no test of ours. */
  private static final Map<String, String> WITHOUT_A_TEST =
      Map.of(
          "L07",
          "All tests run on JDK 17 and on JDK 25, where there is no security manager;"
              + " FIPS providers and native images are not supported.");

  private record Case(String id, String severity, String text, String expected) {

    static Case of(Object json) {
      Map<?, ?> members = (Map<?, ?>) json;
      return new Case(
          text(members.get("id")),
          text(members.get("severity")),
          text(members.get("case")),
          text(members.get("expected")));
    }

    private static String text(@Nullable Object value) {
      return (String) Objects.requireNonNull(value);
    }

    String row(Collection<String> proofs) {
      return "| "
          + id
          + " | "
          + severity
          + " | "
          + cell(text)
          + " | "
          + cell(expected)
          + " | "
          + String.join("<br>", proofs)
          + " |";
    }

    private static String cell(String text) {
      return text.replace("|", "\\|");
    }
  }

  @Test
  void everyAttackHasAProof() throws Exception {
    Map<String, Set<String>> proofs = proofs();
    List<String> rows = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Case attack : cases()) {
      if (proofs.containsKey(attack.id())) {
        rows.add(attack.row(proofs.get(attack.id())));
      } else if (WITHOUT_A_TEST.containsKey(attack.id())) {
        rows.add(attack.row(List.of(WITHOUT_A_TEST.get(attack.id()))));
      } else {
        rows.add(attack.row(List.of("none")));
        open.add(attack.id());
      }
    }
    write(rows);
    assertEquals(List.of(), open);
  }

  @Test
  void everyMarkNamesAnAttack() throws Exception {
    List<String> ids = cases().stream().map(Case::id).toList();
    assertEquals(List.of(), proofs().keySet().stream().filter(id -> !ids.contains(id)).toList());
  }

  @Test
  void fewAttacksHaveAReasonInsteadOfATestAndNoneOfWeight() throws Exception {
    assertTrue(WITHOUT_A_TEST.size() <= MOST_WITHOUT_A_TEST);
    assertEquals(
        List.of(),
        cases().stream()
            .filter(attack -> WITHOUT_A_TEST.containsKey(attack.id()))
            .filter(attack -> attack.severity().equals("C") || attack.severity().equals("H"))
            .toList());
  }

  private static List<Case> cases() throws Exception {
    Path file = Path.of(System.getProperty("tambo.vectors", "none"), "attack-cases.json");
    Part.VECTORS.needed(Files.exists(file), "the collected attacks (tambo.vectors is not set)");
    List<?> cases =
        (List<?>) Objects.requireNonNull(Json.readObject(Files.readAllBytes(file)).get("cases"));
    return cases.stream().map(Case::of).toList();
  }

  /** Returns the marked tests of every module, by the id of the attack. */
  private static Map<String, Set<String>> proofs() throws IOException {
    Map<String, Set<String>> proofs = new TreeMap<>();
    for (Path source : sources()) {
      String name = source.getFileName().toString().replace(".java", "");
      Matcher mark = MARK.matcher(Files.readString(source));
      while (mark.find()) {
        boolean wholeClass = mark.group(2).stripLeading().matches("(?s).*\\bclass\\s+\\w+");
        String proof = wholeClass ? mark.group(3) : name + "." + mark.group(3);
        Matcher id = ID.matcher(mark.group(1));
        while (id.find()) {
          proofs.computeIfAbsent(id.group(), any -> new TreeSet<>()).add(proof);
        }
      }
    }
    return proofs;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("tambo-auth-filter", "tambo-auth-jaxrs", "sample-war")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    sources.removeIf(source -> source.endsWith("AttackReportTest.java"));
    return sources;
  }

  private static void write(List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Attacks and their proofs");
    lines.add("");
    lines.add("| Attack | Severity | Case | Expected | Proof |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(rows);
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "attacks.md"), lines);
  }
}
