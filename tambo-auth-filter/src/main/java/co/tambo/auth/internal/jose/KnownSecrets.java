package co.tambo.auth.internal.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** Secrets that everybody knows from documentation, examples and tutorials. */
final class KnownSecrets {

  private static final Set<String> KNOWN =
      Set.of(
          "secret",
          "your-256-bit-secret",
          "your-384-bit-secret",
          "your-512-bit-secret",
          "a-string-secret-at-least-256-bits-long",
          "a-valid-string-secret-that-is-at-least-384-bits-long",
          "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
          "super-secret-jwt-token-with-at-least-32-characters-long",
          "your-super-secret-jwt-token-with-at-least-32-characters-long",
          "reallyreallyreallyreallyverysafe",
          "my-32-character-ultra-secure-and-ultra-long-secret",
          "qwertyuiopasdfghjklzxcvbnm123456",
          "this is my custom Secret key for authentication",
          "THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET,"
              + " IT CAN BE ANY STRING",
          "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970",
          "413F4428472B4B6250655368566D5970337336763979244226452948404D6351",
          "0123456789abcdef0123456789abcdef",
          "abcdefghijklmnopqrstuvwxyz123456");

  private KnownSecrets() {}

  /** Returns whether a secret is known, as it is or as the base64 of a known text. */
  static boolean contain(byte[] secret) {
    return KNOWN.contains(new String(secret, StandardCharsets.UTF_8).strip())
        || KNOWN.contains(Base64.getEncoder().encodeToString(secret));
  }
}
