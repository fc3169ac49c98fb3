package co.tambo.auth.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 that stands for a token in caches and log lines. Immutable. */
public final class Fingerprint {

  private final byte[] digest;
  private final int hash;

  private Fingerprint(byte[] digest) {
    this.digest = digest;
    this.hash = Arrays.hashCode(digest);
  }

  /**
   * Returns the fingerprint of a token under a policy, so that entries of two policies never meet.
   *
   * @param policy what sets the policy apart: issuers, audiences, project
   */
  public static Fingerprint of(byte[] policy, String token) {
    MessageDigest sha256 = sha256();
    sha256.update(policy);
    return new Fingerprint(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns what sets a policy apart, made of its description. */
  public static byte[] policy(String description) {
    return sha256().digest(description.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the first 16 hex digits, for the log. */
  public String shortHex() {
    return HexFormat.of().formatHex(digest, 0, 8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && MessageDigest.isEqual(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return shortHex();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
