package co.tambo.auth.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses in the configuration: https, or plain http to the machine itself. */
final class WebAddress {

  private static final Pattern LOOPBACK =
      Pattern.compile(
          "localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[::1\\]|\\[(0{1,4}:){7}0{0,3}1\\]");

  private WebAddress() {}

  /** An address that is fetched. */
  static Syntax<URI> fetched(boolean production) {
    return text -> {
      URI address = parse(text);
      requireSafeScheme(address, production);
      if (address.getRawFragment() != null) {
        throw new BadValueException("must have no fragment");
      }
      return address;
    };
  }

  /** An issuer whose keys are found by discovery (OpenID Connect Discovery 1.0, section 3). */
  static Syntax<String> discovered(boolean production) {
    return text -> {
      if (fetched(production).read(text).getRawQuery() != null) {
        throw new BadValueException("must have no query");
      }
      return text;
    };
  }

  /**
   * A host, with a port and a path where they belong to it; a scheme and a last slash are dropped.
   */
  static Syntax<String> domain() {
    return text -> {
      String bare = text.startsWith("https://") ? text.substring("https://".length()) : text;
      String domain = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
      URI address = domain.contains("://") ? null : parse("https://" + domain);
      if (address == null || address.getRawQuery() != null || address.getRawFragment() != null) {
        throw new BadValueException("must be a host such as example.com, without a scheme");
      }
      return domain;
    };
  }

  /** The origin of an API; one trailing slash is dropped. */
  static Syntax<URI> api(boolean production) {
    return text -> {
      URI address = parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      requireSafeScheme(address, production);
      requireBare(address);
      return address;
    };
  }

  /** An origin as a browser's {@code Origin} header spells it (RFC 6454 section 6.2). */
  static Syntax<String> origin(boolean production) {
    return text -> {
      URI address = parse(text);
      requireBare(address);
      String scheme = scheme(address);
      if (!scheme.equals("https") && (production || !scheme.equals("http"))) {
        throw new BadValueException("must begin with https://");
      }
      int usual = scheme.equals("https") ? 443 : 80;
      String port =
          address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
      return scheme + "://" + host(address) + port;
    };
  }

  /** Returns whether a host is this machine by its very spelling, without asking a name server. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  private static URI parse(String text) throws BadValueException {
    URI address = uri(text);
    boolean authority = address.getHost() != null && address.getRawUserInfo() == null;
    if (!authority || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new BadValueException(
          "must be an address such as https://host/, without a user name in it");
    }
    return address;
  }

  private static URI uri(String text) throws BadValueException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new BadValueException("must be an address such as https://host/");
    }
  }

  private static void requireSafeScheme(URI address, boolean production) throws BadValueException {
    String scheme = scheme(address);
    boolean plain = scheme.equals("http") && isLoopback(host(address));
    if (plain && production) {
      throw new BadValueException("must begin with https:// with tambo.environment=production");
    }
    if (!plain && !scheme.equals("https")) {
      throw new BadValueException("must begin with https:// (http:// is for loopback alone)");
    }
  }

  private static void requireBare(URI address) throws BadValueException {
    boolean bare =
        address.getRawPath().isEmpty()
            && address.getRawQuery() == null
            && address.getRawFragment() == null;
    if (!bare) {
      throw new BadValueException("must be scheme, host and port alone, such as https://host:8443");
    }
  }

  private static String scheme(URI address) {
    String scheme = address.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private static String host(URI address) {
    String host = address.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
