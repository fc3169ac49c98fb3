package co.tambo.auth.internal.config;

import co.tambo.auth.internal.providers.Preset;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page of {@code docs/providers}: its examples and its tables. */
public record Guide(String name, String text) {

  private static final String INDEX = "README";
  private static final Pattern EXAMPLE =
      Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern PARAM =
      Pattern.compile("<param-name>(.*?)</param-name>\\s*<param-value>(.*?)</param-value>");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final String SECRET = "-3vQmUe7xkT0bZ9dRw5hYfJ1sLg8pNcA";

  /** The settings of the exchange that not every version has. */
  private static final Set<String> ANNOUNCED =
      Set.of("tambo.exchange.subject-token", "tambo.exchange.signing-secret");

  /**
   * An example of a page.
   *
   * @param end where in the page it ends
   */
  record Example(Guide guide, String language, String code, int end) {

    Map<String, String> settings() {
      Map<String, String> settings = new LinkedHashMap<>();
      switch (language) {
        case "properties" -> settings.putAll(properties(code));
        case "xml" ->
            PARAM.matcher(code).results().forEach(m -> settings.put(m.group(1), m.group(2)));
        default ->
            VARIABLE.matcher(code).results().forEach(m -> settings.put(m.group(1), m.group(2)));
      }
      return settings;
    }

    /** Reads the settings, those of the page's first example beneath them if they lack a preset. */
    Policy policy() {
      Map<String, String> settings = new LinkedHashMap<>();
      if (!guide.name.equals(INDEX) && !code.contains("tambo.preset=")) {
        settings.putAll(guide.first().settings());
      }
      settings.putAll(settings());
      return read(known(settings));
    }

    /** Reads the settings as variables of the environment. */
    Policy policyOfVariables() {
      return Reading.layers(List.of(), Surroundings.of(Map.of(), settings(), Map.of()));
    }

    @Override
    public String toString() {
      return guide.name + " at " + end;
    }
  }

  /** Returns the guides of all presets, in their order. */
  public static List<Guide> all() {
    return Arrays.stream(Preset.values()).map(preset -> of(Words.of(preset))).toList();
  }

  static Guide index() {
    return of(INDEX);
  }

  private static Guide of(String name) {
    return new Guide(name, SettingsTable.document("docs/providers/" + name + ".md"));
  }

  List<Example> examples(String language) {
    List<Example> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        examples.add(new Example(this, language, matcher.group(2), matcher.end()));
      }
    }
    return examples;
  }

  /** Returns the first example, which is the whole configuration. */
  Example first() {
    return examples("properties").get(0);
  }

  /** Returns whose tokens the first example accepts, or all of its examples with a preset. */
  public List<ProviderSettings> providers(boolean ofFirstOnly) {
    return examples("properties").stream()
        .limit(ofFirstOnly ? 1 : Long.MAX_VALUE)
        .flatMap(example -> example.policy().providers().stream())
        .toList();
  }

  /** Returns what is set in code outside of the examples and begins so. */
  public Set<String> code(String prefix) {
    return codeIn(EXAMPLE.matcher(text).replaceAll("")).stream()
        .filter(each -> each.startsWith(prefix))
        .collect(Collectors.toSet());
  }

  /** Returns the rows of the table that an example is followed by, empty without one. */
  List<List<String>> tableAfter(Example example, String header) {
    int next = text.indexOf("\n```properties\n", example.end());
    return table(text.substring(example.end(), next < 0 ? text.length() : next), header);
  }

  /** Returns the rows of all tables with such a header. */
  List<List<String>> tables(String header) {
    return table(text, header);
  }

  private static List<List<String>> table(String text, String header) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : text.lines().toList()) {
      inside = line.startsWith(header) || (inside && line.startsWith("|"));
      if (inside && !line.startsWith(header) && !line.startsWith("|---")) {
        rows.add(SettingsTable.cells(line));
      }
    }
    return rows;
  }

  static List<String> codeIn(String text) {
    return CODE.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static Policy read(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(Map.of("TAMBO_API_KEY", "tambo_key"));
    settings
        .values()
        .forEach(
            value ->
                PLACEHOLDER
                    .matcher(value)
                    .results()
                    .forEach(name -> environment.put(name.group(1), name.group(1) + SECRET)));
    return Reading.layers(List.of(), Surroundings.of(Map.of(), environment, settings));
  }

  private static Map<String, String> known(Map<String, String> settings) {
    Map<String, String> known = new TreeMap<>(settings);
    known.keySet().removeIf(key -> ANNOUNCED.contains(key) && !isSetting(key));
    return known;
  }

  /** Returns whether a key is a setting, or one that is announced. */
  static boolean isSettingOrAnnounced(String key) {
    return isSetting(key) || ANNOUNCED.contains(key);
  }

  private static boolean isSetting(String key) {
    return Arrays.stream(Setting.values()).anyMatch(setting -> setting.key().equals(key));
  }

  private static Map<String, String> properties(String code) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(code));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  @Override
  public String toString() {
    return name;
  }
}
