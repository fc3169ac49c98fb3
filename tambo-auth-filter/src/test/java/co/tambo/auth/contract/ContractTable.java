package co.tambo.auth.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole table. */
public final class ContractTable {

  /** How many rows a subject has at least, by the beginning of their ids. */
  static final Map<String, Integer> LEAST =
      Map.of(
          "access ", 12,
          "algorithm ", 14,
          "authorization ", 12,
          "path ", 25,
          "source ", 15,
          "exchange ", 9,
          "verification ", 8,
          "token ", 6);

  private ContractTable() {}

  /** Returns the rows for an application at the root of its server. */
  static List<ContractRow> rows(World world) {
    return rows(world, 400);
  }

  /**
   * Returns the rows.
   *
   * @param notUnderstood what the container itself may answer to a spelling of a path that it does
   *     not take for one
   */
  public static List<ContractRow> rows(World world, Integer... notUnderstood) {
    return Stream.of(
            new AccessRows(world).rows(),
            new AlgorithmRows(world).rows(),
            new AuthorizationRows(world).rows(),
            new PathRows(world, List.of(notUnderstood)).rows(),
            new TokenSourceRows(world).rows(),
            new UserKeyRows(world).rows(),
            new ExchangeRows(world).rows(),
            new VerificationRows(world).rows())
        .flatMap(List::stream)
        .toList();
  }
}
