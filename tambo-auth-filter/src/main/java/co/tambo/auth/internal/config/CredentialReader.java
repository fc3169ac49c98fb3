package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.CredentialSource.Place;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads where user tokens and user keys are. */
final class CredentialReader {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<Place> TOKEN_PLACES =
      EnumSet.of(Place.HEADER, Place.COOKIE, Place.SESSION, Place.ATTRIBUTE);
  private static final Set<Place> KEY_PLACES =
      EnumSet.of(Place.PRINCIPAL, Place.SESSION, Place.ATTRIBUTE, Place.HEADER, Place.VALUE);
  private static final Set<String> NOT_KEYS = Set.of("authorization", "cookie");
  private static final List<CredentialSource> AUTHORIZATION =
      List.of(new CredentialSource(Place.HEADER, "Authorization"));

  private final Values values;
  private final Findings findings;
  private final boolean production;

  CredentialReader(Context context) {
    this.values = context.values();
    this.findings = context.findings();
    this.production = context.production();
  }

  /** Reads where user tokens are; without a word, where they are once they can be verified. */
  List<CredentialSource> userTokens(boolean verificationSet) {
    Optional<String> word = values.find(Setting.USER_TOKEN).map(Values.Value::text);
    if (word.filter("none"::equals).isPresent()) {
      return List.of();
    }
    return values
        .read(Setting.USER_TOKEN, Syntax.list(place(TOKEN_PLACES)))
        .map(CredentialReader::distinct)
        .orElse(verificationSet ? AUTHORIZATION : List.of());
  }

  /** Reads where the user key is. */
  List<CredentialSource> userKeys() {
    Optional<CredentialSource> source = values.read(Setting.USER_KEY, this::userKey);
    source.ifPresent(this::warn);
    return source.stream().toList();
  }

  /** Notes what is wrong with the two together. */
  void check(List<CredentialSource> tokens, List<CredentialSource> keys) {
    if (tokens.isEmpty() && keys.isEmpty()) {
      findings.warn(ConfigWarning.NEITHER_CONFIGURED);
    } else if (!tokens.isEmpty() && !keys.isEmpty()) {
      findings.warn(ConfigWarning.BOTH_CONFIGURED);
    }
    List<CredentialSource> places = tokens.stream().map(CredentialReader::anyCase).toList();
    if (keys.stream().map(CredentialReader::anyCase).anyMatch(places::contains)) {
      values.wrong(
          Setting.USER_KEY, "tambo.user-token names the same place; choose one of the two");
    }
  }

  /** Notes which places the container cannot look into, or gets its own caller from. */
  void checkContainerLogin(List<CredentialSource> tokens, List<CredentialSource> keys) {
    if (keys.stream().anyMatch(source -> source.place() == Place.PRINCIPAL)) {
      values.wrong(
          Setting.CONTAINER_LOGIN,
          "tambo.user-key=principal takes the user from the container's login, which this setting"
              + " replaces; choose one of the two");
    }
    warnOfAttribute(Setting.USER_TOKEN, tokens);
    warnOfAttribute(Setting.USER_KEY, keys);
  }

  private void warnOfAttribute(Setting setting, List<CredentialSource> sources) {
    if (sources.stream().anyMatch(source -> source.place() == Place.ATTRIBUTE)) {
      findings.warn(ConfigWarning.LOGIN_BEFORE_ATTRIBUTE, setting.key());
    }
  }

  private CredentialSource userKey(String text) throws BadValueException {
    CredentialSource source = place(KEY_PLACES).read(text);
    if (source.place() == Place.VALUE) {
      requireUserKey(source.name());
    } else if (source.name().contains(",")) {
      throw new BadValueException("must be one place, not a list");
    }
    if (source.place() == Place.HEADER && NOT_KEYS.contains(anyCase(source).name())) {
      throw new BadValueException("this header carries something else; use one of its own");
    }
    return source;
  }

  private void requireUserKey(String key) throws BadValueException {
    if (production) {
      throw new BadValueException("value: is refused with tambo.environment=production");
    }
    boolean control = key.codePoints().anyMatch(Character::isISOControl);
    if (key.isBlank() || control || key.length() > 255 || key.startsWith("oauth:user:")) {
      throw new BadValueException(
          "a user key has 1 to 255 characters, no control characters, and does not begin with"
              + " oauth:user:");
    }
  }

  private void warn(CredentialSource key) {
    if (key.place() == Place.HEADER) {
      findings.warn(ConfigWarning.USER_KEY_FROM_HEADER, key.name());
    } else if (key.place() == Place.VALUE) {
      findings.warn(ConfigWarning.USER_KEY_FIXED);
    }
  }

  private static Syntax<CredentialSource> place(Set<Place> allowed) {
    Map<String, Place> words = new LinkedHashMap<>();
    allowed.forEach(place -> words.put(Words.of(place), place));
    return text -> {
      int colon = text.indexOf(':');
      String word = colon < 0 ? text : text.substring(0, colon).strip();
      Place place = Syntax.oneOf(words).read(word);
      return source(place, colon < 0 ? "" : text.substring(colon + 1).strip());
    };
  }

  private static CredentialSource source(Place place, String name) throws BadValueException {
    if (name.isEmpty() != (place == Place.PRINCIPAL)) {
      throw new BadValueException(
          place == Place.PRINCIPAL
              ? "principal stands alone"
              : "must name what to look for, as in " + Words.of(place) + ":NAME");
    }
    boolean token = place == Place.HEADER || place == Place.COOKIE;
    if (token && !HEADER_NAME.matcher(name).matches()) {
      throw new BadValueException(
          "has a character that the name of a header or cookie cannot have");
    }
    return new CredentialSource(place, name);
  }

  private static List<CredentialSource> distinct(List<CredentialSource> sources) {
    Map<CredentialSource, CredentialSource> places = new LinkedHashMap<>();
    sources.forEach(source -> places.putIfAbsent(anyCase(source), source));
    return List.copyOf(places.values());
  }

  // The names of headers know no case (RFC 9110 section 5.1): two spellings are one place.
  private static CredentialSource anyCase(CredentialSource source) {
    return source.place() == Place.HEADER
        ? new CredentialSource(Place.HEADER, source.name().toLowerCase(Locale.ROOT))
        : source;
  }
}
