package co.tambo.auth.internal.providers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** The identity providers that are known by name. */
public enum Preset {
  GOOGLE(Google::expand, Input.CLIENT_ID, Input.TENANT),
  ENTRA(Entra::expand, Input.CLIENT_ID, Input.TENANT),
  AUTH0(Auth0::expand, Input.DOMAIN, Input.TENANT),
  CLERK(Clerk::expand, Input.DOMAIN, Input.CLIENT_ID, Input.TENANT),
  FIREBASE(Firebase::expand, Input.TENANT),
  SUPABASE(Supabase::expand, Input.DOMAIN),
  NEON(Neon::expand, Input.DOMAIN, Input.CLIENT_ID, Input.TENANT),
  WORKOS(WorkOs::expand, Input.DOMAIN, Input.CLIENT_ID, Input.TENANT, Input.SESSION_SECRET),
  BETTER_AUTH(BetterAuth::expand, Input.DOMAIN),
  AUTHJS(AuthJs::expand, Input.CLIENT_ID, Input.TENANT, Input.SESSION_SECRET),
  GITHUB(GitHub::expand, Input.DOMAIN, Input.CLIENT_ID),
  KEYCLOAK(Keycloak::expand, Input.TENANT),
  OKTA(Okta::expand, Input.DOMAIN, Input.CLIENT_ID),
  COGNITO(Cognito::expand, Input.CLIENT_ID, Input.TENANT);

  /** What a deployer can tell some presets and not others. */
  public enum Input {
    DOMAIN,
    TENANT,
    CLIENT_ID,
    SESSION_SECRET
  }

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods
  private final Function<PresetInputs, Expansion> expansion;

  @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
  private final Set<Input> inputs;

  Preset(Function<PresetInputs, Expansion> expansion, Input... inputs) {
    this.expansion = expansion;
    this.inputs = EnumSet.noneOf(Input.class);
    this.inputs.addAll(Arrays.asList(inputs));
  }

  /** Returns what this name implies. */
  public Expansion expand(PresetInputs told) {
    return expansion.apply(told);
  }

  /** Returns whether this preset has a use for an input. */
  public boolean takes(Input input) {
    return inputs.contains(input);
  }
}
