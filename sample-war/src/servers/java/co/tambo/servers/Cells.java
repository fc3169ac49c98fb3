package co.tambo.servers;

import co.tambo.servers.CheckTable.Cell;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/** One server's column of the table. */
record Cells(Server server, CheckTable table) {

  /** What fills a cell. */
  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  /** Runs a check and notes what came of it; a limit of the server has to be there still. */
  void fill(String check, Body body) throws Exception {
    table.record(server, check, Cell.FAIL);
    try {
      body.run();
    } catch (TestAbortedException absent) {
      table.record(server, check, Cell.ABSENT);
      throw absent;
    } catch (Exception | AssertionError failure) {
      if (Limit.of(server, check).isEmpty()) {
        throw failure;
      }
      table.record(server, check, Cell.LIMIT);
      return;
    }
    Limit.of(server, check)
        .ifPresent(limit -> Assertions.fail("no limit any more: " + limit.reason()));
    table.record(server, check, Cell.PASS);
  }
}
