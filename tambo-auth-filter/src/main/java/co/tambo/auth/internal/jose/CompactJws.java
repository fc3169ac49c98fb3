package co.tambo.auth.internal.jose;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JWS in compact serialisation (RFC 7515 section 7.1) that passed the strict front end: its
 * length, its one spelling, its header. Its signature is not checked yet, its payload not read.
 * Never prints itself.
 */
public final class CompactJws {

  /** The longest token that is looked at, in characters; Tambo's own limit. */
  public static final int MAX_LENGTH = 8192;

  /** The longest header that is looked at, in characters of base64url. */
  static final int MAX_HEADER_LENGTH = 4096;

  private final String compact;
  private final int signed;
  private final JwsHeader header;
  private final byte[] payload;
  private final byte[] signature;

  /** Takes a text apart; before its second dot is what was signed. */
  private CompactJws(String compact, int first, int second) throws TokenRejectedException {
    this.compact = compact;
    this.signed = second;
    this.header = JwsHeader.read(segment(compact, 0, first));
    this.payload = segment(compact, first + 1, second);
    this.signature = segment(compact, second + 1, compact.length());
  }

  /** Returns whether a text has as many parts as a compact JWS; it need be none. */
  public static boolean hasThreeParts(String text) {
    return text.chars().filter(c -> c == '.').count() == 2;
  }

  /** Parses a token. */
  public static CompactJws parse(String compact) throws TokenRejectedException {
    if (compact.length() > MAX_LENGTH) {
      throw new TokenRejectedException(Rejection.TOO_LONG);
    }
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first <= 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      throw new TokenRejectedException(Rejection.NOT_COMPACT_JWS);
    }
    if (first > MAX_HEADER_LENGTH) {
      throw new TokenRejectedException(Rejection.TOO_LONG);
    }
    CompactJws jws = new CompactJws(compact, first, second);
    if (jws.signature.length == 0) {
      throw new TokenRejectedException(Rejection.BAD_SIGNATURE);
    }
    return jws;
  }

  /** Returns the algorithm that the header claims; a hint to choose among configured keys. */
  public JwsAlgorithm algorithm() {
    return header.algorithm();
  }

  /** Returns the key id of the header, null without one. */
  public @Nullable String kid() {
    return header.kid();
  }

  /** Returns the members of the header; nothing in it was authenticated yet. */
  public Map<String, @Nullable Object> header() {
    return header.members();
  }

  /** Returns the decoded payload, possibly empty; not a copy. */
  public byte[] payload() {
    return payload;
  }

  byte[] signingInput() {
    return compact.substring(0, signed).getBytes(StandardCharsets.US_ASCII);
  }

  byte[] signature() {
    return signature;
  }

  private static byte[] segment(String compact, int from, int to) throws TokenRejectedException {
    return Base64Url.decode(compact, from, to)
        .orElseThrow(() -> new TokenRejectedException(Rejection.NOT_CANONICAL_BASE64URL));
  }
}
