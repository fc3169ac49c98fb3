package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The links inside the documents lead somewhere. */
class DocumentLinksTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
      boolean outside = link.group(1).contains("://");
      if (!outside && !leadsSomewhere(document, link.group(1), link.group(2))) {
        broken.add(link.group());
      }
    }
    assertEquals(List.of(), broken, document.toString());
  }

  @Test
  void thereAreDocuments() throws IOException {
    assertFalse(documents().isEmpty());
  }

  private static boolean leadsSomewhere(Path from, String file, String anchor) throws IOException {
    Path target = file.isEmpty() ? from : from.resolveSibling(file);
    if (!Files.exists(target)) {
      return false;
    }
    return anchor == null
        || HEADING
            .matcher(Files.readString(target))
            .results()
            .anyMatch(heading -> anchor(heading.group(1)).equals(anchor));
  }

  /** Returns what GitHub makes of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(SettingsTable.file("docs"));
        Stream<Path> top = Files.list(SettingsTable.file("."))) {
      return Stream.concat(docs, top)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
