package co.tambo.servers;

import static co.tambo.auth.contract.Expectation.closed;
import static co.tambo.auth.contract.Expectation.json;
import static co.tambo.auth.contract.Expectation.status;

import co.tambo.auth.AuthError;
import co.tambo.auth.contract.Configuration;
import co.tambo.auth.contract.ContractRow;
import co.tambo.auth.contract.ContractTable;
import co.tambo.auth.contract.Expectation;
import co.tambo.auth.contract.RawResponse;
import co.tambo.auth.contract.World;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The filter's contract, kept by the probe, which has every configuration below a path. */
final class WireContract {

  /** The application has a login of its own: it shows its page, or as on WildFly asks nobody. */
  private static final String LOGIN_ROW = "source key, principal, no login there";

  /** Many servers take no header of that length, and say so themselves. */
  private static final String LONG_ROW = "authorization over 8,192 characters";

  /** Some servers make the TAB in a header a space. */
  private static final String TAB_ROW = "authorization TAB";

  /** Some servers add to Cache-Control where they set a session cookie. */
  private static final String SESSION_ROW = "source key, session, unusable";

  private final World world;
  private final List<ContractRow> rows;

  WireContract(World world) {
    this.world = world;
    this.rows = ContractTable.rows(world, 400, 404);
  }

  List<ContractRow> rows() {
    return rows;
  }

  /** Returns the settings of every configuration, as the probe's world file has them. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    Arrays.stream(Configuration.values())
        .forEach(
            configuration -> {
              String name = "contract." + configuration.name();
              settings.put(name, "");
              configuration
                  .settings(world)
                  .forEach(
                      (key, value) ->
                          settings.put(
                              name + "." + key,
                              key.endsWith("-paths") ? below(configuration, value) : value));
            });
    return settings;
  }

  private static String below(Configuration configuration, String patterns) {
    return Arrays.stream(patterns.split(",", -1))
        .map(pattern -> pattern.startsWith("/") ? prefix(configuration) + pattern : pattern)
        .collect(Collectors.joining(","));
  }

  private static String prefix(Configuration configuration) {
    return "/contract/" + configuration.name();
  }

  /** Sends a row's request to the probe and checks the answer. */
  void check(ContractRow row, String context, int port) throws IOException {
    String path = context + prefix(row.configuration());
    RawResponse answer = RawResponse.to(row.request().below(path), port);
    if (!isNothing(row, answer) && !isColonError(row, answer)) {
      expectation(row).check(answer);
    }
  }

  /** GlassFish 7 itself fails where a path has a colon. */
  private static boolean isColonError(ContractRow row, RawResponse answer) {
    return row.request().target().contains(":")
        && answer.status() == 503
        && answer.body().contains("GlassFish 7");
  }

  /** GlassFish itself answers a path with a broken escape, by 200 and nothing at all. */
  private static boolean isNothing(ContractRow row, RawResponse answer) {
    return row.request().target().contains("%")
        && answer.status() == 200
        && answer.values("Content-Length").equals(List.of("0"));
  }

  private static Expectation expectation(ContractRow row) {
    return switch (row.id()) {
      case LOGIN_ROW -> status(200, 302, 401);
      case TAB_ROW -> status(200, 400);
      case SESSION_ROW -> status(500).and(json("code", AuthError.CREDENTIAL_UNUSABLE.code()));
      case LONG_ROW -> closed(400, 401, 413, 431);
      default -> row.expectation();
    };
  }
}
