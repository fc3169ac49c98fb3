package co.tambo.auth.internal.jose;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A block of PEM text (RFC 7468). */
record PemBlock(String label, String body) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** Returns the blocks of a text; what stands around them is explanation. */
  static List<PemBlock> in(String text) throws UnfitKeyException {
    List<PemBlock> blocks = new ArrayList<>();
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int labelEnd = indexOf(text, DASHES, begin + BEGIN.length());
      String label = text.substring(begin + BEGIN.length(), labelEnd);
      int body = labelEnd + DASHES.length();
      int bodyEnd = indexOf(text, END + label + DASHES, body);
      blocks.add(new PemBlock(label, text.substring(body, bodyEnd)));
      begin = text.indexOf(BEGIN, bodyEnd);
    }
    return blocks;
  }

  /** Returns the decoded body. White space is left out, and {@code \n} as env files spell it. */
  byte[] bytes() throws UnfitKeyException {
    try {
      return Base64.getDecoder().decode(withoutSpace(body.replace("\\n", "")));
    } catch (IllegalArgumentException e) {
      throw new UnfitKeyException("its PEM block is not base64");
    }
  }

  private static String withoutSpace(String text) {
    StringBuilder dense = new StringBuilder(text.length());
    text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> dense.append((char) c));
    return dense.toString();
  }

  private static int indexOf(String text, String wanted, int from) throws UnfitKeyException {
    int index = text.indexOf(wanted, from);
    if (index < 0) {
      throw new UnfitKeyException("its PEM block has no end");
    }
    return index;
  }
}
