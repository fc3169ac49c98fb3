package co.tambo.auth.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A provider's token with something else about it.
 *
 * @param change given the token and its subject
 * @param differing the settings that differ
 */
record AlteredVoice(
    ProviderVoice voice, BiConsumer<TokenBuilder, String> change, Map<String, String> differing)
    implements ProviderVoice {

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(voice.settings());
    settings.putAll(differing);
    return settings;
  }

  @Override
  public KeyForm keys() {
    return voice.keys();
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    voice.write(token, subject);
    change.accept(token, subject);
  }

  @Override
  public Proof proof() {
    return voice.proof();
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    voice.roles(token, roles);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    voice.tenant(token, tenant);
  }

  @Override
  public void email(TokenBuilder token, String email) {
    voice.email(token, email);
  }
}
