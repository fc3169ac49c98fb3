package co.tambo.servers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What came out: a row for each check, a column for each server. Thread-confined. */
final class CheckTable {

  /** What a cell can say. */
  enum Cell {
    PASS("✓"),
    LIMIT("limit"),
    ABSENT("–"),
    FAIL("FAIL");

    private final String text;

    Cell(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final String FIRST = "Check";

  private final Map<String, Map<Server, Cell>> rows = new LinkedHashMap<>();

  void record(Server server, String check, Cell cell) {
    rows.computeIfAbsent(check, name -> new EnumMap<>(Server.class)).put(server, cell);
  }

  /** Returns the table as Markdown. */
  String markdown() {
    List<Server> servers = servers();
    StringBuilder text = new StringBuilder("| " + FIRST + " |");
    servers.forEach(server -> text.append(' ').append(server.title()).append(" |"));
    text.append("\n|---|").append("---|".repeat(servers.size())).append('\n');
    rows.forEach((check, cells) -> text.append(row(check, cells, servers)).append('\n'));
    return text.toString();
  }

  private List<Server> servers() {
    TreeSet<Server> servers = new TreeSet<>();
    rows.values().forEach(row -> servers.addAll(row.keySet()));
    return List.copyOf(servers);
  }

  private static String row(String check, Map<Server, Cell> cells, List<Server> servers) {
    StringBuilder text = new StringBuilder("| ").append(check).append(" |");
    for (Server server : servers) {
      text.append(' ').append(cells.getOrDefault(server, Cell.ABSENT)).append(" |");
    }
    return text.toString();
  }

  /** Returns in words where a page has another table, as far as this one goes. */
  List<String> differences(String page) {
    Map<String, Map<String, String>> told = told(page);
    List<String> differences = new ArrayList<>();
    rows.forEach(
        (check, cells) ->
            cells.forEach(
                (server, cell) -> {
                  String there = told.getOrDefault(check, Map.of()).get(server.title());
                  if (!cell.toString().equals(there) && !isOfThisJdk(server, check, cell)) {
                    differences.add(
                        "%s, %s: %s, told as %s".formatted(server.title(), check, cell, there));
                  }
                }));
    return differences;
  }

  /** Pages have the table of every JDK. */
  private static boolean isOfThisJdk(Server server, String check, Cell cell) {
    return cell == Cell.LIMIT
        && Limit.of(server, check).filter(limit -> !limit.isOfEveryJdk()).isPresent();
  }

  private static Map<String, Map<String, String>> told(String page) {
    List<List<String>> lines =
        page.lines().filter(line -> line.startsWith("| ")).map(CheckTable::cells).toList();
    List<String> titles =
        lines.stream().filter(line -> line.get(0).equals(FIRST)).findFirst().orElse(List.of());
    Map<String, Map<String, String>> told = new LinkedHashMap<>();
    for (List<String> line : lines) {
      if (line.size() == titles.size()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i < titles.size(); i++) {
          row.put(titles.get(i), line.get(i));
        }
        told.put(line.get(0), row);
      }
    }
    return told;
  }

  private static List<String> cells(String line) {
    return List.of(line.substring(2, line.lastIndexOf('|')).strip().split(" *\\| *"));
  }
}
