package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.CredentialSource.Place;
import co.tambo.auth.internal.providers.Expansion;
import co.tambo.auth.internal.providers.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how a provider's front end keeps its sessions in cookies. */
final class SessionReader {

  private static final int SHORTEST_SECRET = 32;

  private final Context context;
  private final Values values;
  private final @Nullable Preset preset;

  SessionReader(Context context, @Nullable Preset preset) {
    this.context = context;
    this.values = context.values();
    this.preset = preset;
  }

  /** Reads the settings; empty where a session's cookie holds nothing but the user token. */
  Optional<SessionSettings> read(Expansion expansion) {
    boolean encrypted = preset != null && preset.takes(Preset.Input.SESSION_SECRET);
    List<String> secrets = encrypted ? secrets() : List.of();
    return expansion.sessionCookies().isEmpty() || (encrypted && secrets.isEmpty())
        ? Optional.empty()
        : Optional.of(new SessionSettings(secrets, names(expansion.sessionCookies())));
  }

  private List<String> secrets() {
    return values
        .read(
            Setting.SESSION_SECRET,
            Syntax.list(
                Syntax.text(
                    secret -> secret.length() >= SHORTEST_SECRET,
                    "a secret (commas stand between several) has at least 32 characters, or its"
                        + " sessions can be forged; give the front end a longer one")))
        .orElse(List.of());
  }

  /**
   * Auth.js makes the name of the cookie part of the key, so that other names must be known too.
   */
  private List<String> names(List<String> usual) {
    if (preset != Preset.AUTHJS) {
      return usual;
    }
    List<String> names = new ArrayList<>(usual);
    new CredentialReader(context)
        .userTokens(false).stream()
            .filter(source -> source.place() == Place.COOKIE && !names.contains(source.name()))
            .forEach(source -> names.add(source.name()));
    return names;
  }
}
