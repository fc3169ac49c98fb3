package co.tambo.auth.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that stands for a token in caches and log lines. Immutable. */
public final class Fingerprint {

  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private Fingerprint(ByteBuffer digest) {
    this.first = digest.getLong();
    this.second = digest.getLong();
    this.third = digest.getLong();
    this.fourth = digest.getLong();
  }

  /**
   * Returns the fingerprint of a token under a policy, so that entries of two policies never meet.
   *
   * @param policy what sets the policy apart: issuers, audiences, project
   */
  public static Fingerprint of(byte[] policy, String token) {
    return of(policy, token.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the fingerprint of a token whose UTF-8 is at hand. */
  public static Fingerprint of(byte[] policy, byte[] token) {
    MessageDigest sha256 = sha256();
    sha256.update(policy);
    return new Fingerprint(ByteBuffer.wrap(sha256.digest(token)));
  }

  /** Returns what sets a policy apart, made of its description. */
  public static byte[] policy(String description) {
    return sha256().digest(description.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the first 16 hex digits, for the log. */
  public String shortHex() {
    return HexFormat.of().toHexDigits(first);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that
        && first == that.first
        && second == that.second
        && third == that.third
        && fourth == that.fourth;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
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
