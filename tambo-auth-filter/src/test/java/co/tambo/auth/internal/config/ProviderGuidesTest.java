package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.providers.Allowance;
import co.tambo.auth.internal.providers.Preset;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guides of the providers say what the presets do. */
class ProviderGuidesTest {

  private static final int MOST_LINES = 120;
  private static final String EXPANSION = "| Setting | Value |";
  private static final String REASONS = "| Reason |";
  private static final Pattern KEY = Pattern.compile("(?<![\\w./-])tambo(\\.[a-z]+(-[a-z]+)*)+");

  @Test
  void everyPresetHasAGuideAndNothingElseHas() throws IOException {
    Set<String> expected =
        Arrays.stream(Preset.values())
            .map(preset -> Words.of(preset) + ".md")
            .collect(Collectors.toCollection(HashSet::new));
    expected.add("README.md");
    try (Stream<Path> files = Files.list(SettingsTable.file("docs/providers"))) {
      assertEquals(
          expected, files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("properties")
  void propertiesExampleStarts(Guide.Example example) {
    assertFalse(Reading.codes(example.policy()).contains("TAMBO-901"));
  }

  @ParameterizedTest
  @MethodSource("guides")
  void firstExampleIsThePresetAndTwoSettingsAtMost(Guide guide) {
    List<String> lines = guide.first().code().lines().toList();
    assertEquals("tambo.preset=" + guide.name(), lines.get(0));
    assertTrue(lines.size() <= 3, lines.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void otherFormsSayTheSame(Guide page) {
    Map<String, String> settings = page.first().settings();
    page.examples("xml").forEach(xml -> assertEquals(settings, xml.settings(), page.name()));
    for (Guide.Example variables : page.examples("sh")) {
      Policy policy = Reading.layers(List.of(), Surroundings.of(Map.of(), Map.of(), settings));
      assertEquals(policy.description(), variables.policyOfVariables().description());
    }
  }

  @Test
  void otherFormsAreShown() {
    assertTrue(pages().stream().anyMatch(page -> !page.examples("xml").isEmpty()));
    assertTrue(pages().stream().anyMatch(page -> !page.examples("sh").isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("properties")
  void tableAfterAnExampleIsWhatItStandsFor(Guide.Example example) {
    List<List<String>> rows = example.guide().tableAfter(example, EXPANSION);
    Map<String, Set<String>> expansion = expansion(example.policy().providers());
    boolean first = example.equals(example.guide().first());
    boolean needed = first && !expansion.isEmpty() && !isIndex(example.guide());
    if (needed || !rows.isEmpty()) {
      assertEquals(expansion, values(rows));
    }
  }

  private static boolean isIndex(Guide page) {
    return page.equals(Guide.index());
  }

  private static Map<String, Set<String>> values(List<List<String>> rows) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (List<String> row : rows) {
      values.put(Guide.codeIn(row.get(0)).get(0), Set.copyOf(Guide.codeIn(row.get(1))));
    }
    return values;
  }

  /** Returns settings and values; no value stands for what a table says in words. */
  private static Map<String, Set<String>> expansion(List<ProviderSettings> providers) {
    Map<String, Set<String>> expansion = new LinkedHashMap<>();
    ProviderSettings any = providers.get(0);
    put(expansion, Setting.ISSUER, providers, ProviderSettings::issuers);
    put(expansion, Setting.AUDIENCE, providers, ProviderSettings::audiences);
    put(expansion, Setting.AUTHORIZED_PARTIES, providers, ProviderSettings::authorizedParties);
    put(expansion, Setting.ROLES_CLAIM, providers, each -> only(each.rolesClaim()));
    put(expansion, Setting.TENANT_CLAIM, providers, each -> only(each.tenantClaim()));
    if (any.signed()) {
      put(expansion, Setting.JWKS_URL, providers, each -> only(each.jwksUrl()));
      expansion.putIfAbsent(Setting.JWKS_URL.key(), Set.of());
      expansion.put(Setting.ALGORITHMS.key(), algorithms(any));
    }
    OpaqueSettings opaque = any.opaque();
    if (opaque != null) {
      put(expansion, Setting.INTROSPECTION_URL, providers, each -> only(opaque.checkUrl()));
      put(expansion, Setting.USERINFO_URL, providers, each -> only(opaque.userinfoUrl()));
    }
    return expansion;
  }

  private static void put(
      Map<String, Set<String>> expansion,
      Setting setting,
      List<ProviderSettings> providers,
      Function<ProviderSettings, Set<String>> values) {
    Set<String> all =
        providers.stream().flatMap(each -> values.apply(each).stream()).collect(Collectors.toSet());
    if (!all.isEmpty()) {
      expansion.put(setting.key(), all);
    }
  }

  private static Set<String> only(@Nullable Object value) {
    return value == null ? Set.of() : Set.of(value.toString());
  }

  private static Set<String> algorithms(ProviderSettings provider) {
    return provider.algorithms().equals(Algorithms.possible(provider.verification()))
        ? Set.of()
        : provider.algorithms().stream()
            .map(each -> each == JwsAlgorithm.EDDSA ? "EdDSA" : each.name())
            .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void reasonsAreThoseOfTheLog(Guide page) {
    Set<String> words =
        Arrays.stream(Rejection.values()).map(Rejection::word).collect(Collectors.toSet());
    List<String> named = reasons(page);
    assertFalse(named.isEmpty());
    named.forEach(word -> assertTrue(words.contains(word), word));
  }

  @ParameterizedTest
  @MethodSource("guides")
  void whateverThePresetObjectsToIsExplained(Guide guide) {
    Set<String> objections = words(guide, Rejection.class, "_");
    reasons(guide).forEach(objections::remove);
    assertEquals(Set.of(), objections);
  }

  @ParameterizedTest
  @MethodSource("guides")
  void whateverThePresetCanBeMadeToAllowIsListed(Guide guide) {
    List<List<String>> rows =
        SettingsTable.rows(SettingsTable.document("docs/configuration.md"), "").stream()
            .filter(row -> Guide.codeIn(row.get(row.size() - 1)).contains(guide.name()))
            .toList();
    Set<String> allowances = words(guide, Allowance.class, "-");
    rows.forEach(row -> allowances.remove(Guide.codeIn(row.get(0)).get(0)));
    assertEquals(Set.of(), allowances);
  }

  /** Returns which constants the rules of a preset speak of, in lower case. */
  private static Set<String> words(Guide guide, Class<?> constants, String between) {
    return new ClassFileImporter()
        .importClasses(guide.providers(true).get(0).rules().getClass()).stream()
            .flatMap(type -> type.getFieldAccessesFromSelf().stream())
            .map(JavaFieldAccess::getTarget)
            .filter(field -> field.getOwner().isEquivalentTo(constants))
            .map(field -> field.getName().toLowerCase(Locale.ROOT).replace("_", between))
            .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> reasons(Guide page) {
    return page.tables(REASONS).stream().flatMap(row -> Guide.codeIn(row.get(0)).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyKeyIsASetting(Guide page) {
    List<String> keys = KEY.matcher(page.text()).results().map(MatchResult::group).toList();
    assertFalse(keys.isEmpty());
    for (String key : keys) {
      assertTrue(
          Guide.isSettingOrAnnounced(key) || key.equals("tambo.provider"),
          page.name() + ": " + key);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageIsShort(Guide page) {
    long lines = page.text().lines().count();
    assertTrue(lines <= MOST_LINES, page.name() + ": " + lines);
  }

  @Test
  void indexListsEveryPresetWithItsSettings() {
    List<String> rows = Guide.index().tables("| Provider |").stream().map(r -> r.get(0)).toList();
    List<Guide> guides = Guide.all();
    assertEquals(guides.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertTrue(rows.get(i).endsWith("](" + guides.get(i).name() + ".md)"), rows.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("guides")
  void everyListOfProvidersNamesIt(Guide guide) {
    String title = guide.text().lines().findFirst().orElseThrow().substring("# ".length());
    for (String document : List.of("README.md", "CHANGELOG.md", "docs/configuration.md")) {
      String text = SettingsTable.document(document).replaceAll("\\s+", " ");
      assertTrue(text.contains(title), document);
    }
    assertTrue(
        SettingsTable.document("docs/configuration.md")
            .contains("(providers/" + guide.name() + ".md)"));
  }

  @ParameterizedTest
  @MethodSource("guides")
  void rowOfTheIndexSaysWhatTheFirstExampleSets(Guide guide) {
    List<String> row = row(guide);
    assertEquals(List.of(guide.name()), Guide.codeIn(row.get(1)));
    Set<String> settings = new HashSet<>(guide.first().settings().keySet());
    settings.remove(Setting.PRESET.key());
    assertEquals(settings, Set.copyOf(Guide.codeIn(row.get(2))));
  }

  @ParameterizedTest
  @MethodSource("guides")
  void rowOfTheIndexSaysWhetherTamboTakesTheToken(Guide guide) {
    List<String> row = row(guide);
    Policy policy = guide.first().policy();
    List<String> codes = Reading.codes(policy);
    boolean signed =
        codes.contains("TAMBO-921")
            || codes.contains("TAMBO-922")
            || !policy.providers().get(0).signed();
    assertEquals(
        signed ? List.of("Symmetric", "signed") : List.of("Asymmetric Auto", "as it is"),
        row.subList(4, 6));
    assertTrue(
        !signed || guide.text().contains("\ntambo.exchange.subject-token=signed\n"), guide.name());
  }

  private static List<String> row(Guide guide) {
    return Guide.index().tables("| Provider |").stream()
        .filter(row -> row.get(0).endsWith("](" + guide.name() + ".md)"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("properties")
  void cookieIsOneThatIsRead(Guide.Example example) {
    Policy policy = example.policy();
    Set<String> known =
        policy.providers().stream()
            .map(ProviderSettings::sessions)
            .filter(Objects::nonNull)
            .flatMap(sessions -> sessions.cookieNames().stream())
            .collect(Collectors.toSet());
    policy.userTokens().stream()
        .filter(source -> source.place() == CredentialSource.Place.COOKIE)
        .filter(source -> !known.isEmpty())
        .forEach(source -> assertTrue(known.contains(source.name()), source.toString()));
  }

  static List<Guide> guides() {
    return Guide.all();
  }

  static List<Guide> pages() {
    return Stream.concat(Stream.of(Guide.index()), Guide.all().stream()).toList();
  }

  static List<Guide.Example> properties() {
    return pages().stream().flatMap(page -> page.examples("properties").stream()).toList();
  }
}
