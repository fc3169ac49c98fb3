package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.servers.CheckTable.Cell;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckTableTest {

  private final CheckTable table = new CheckTable();

  @BeforeEach
  void fill() {
    table.record(Server.WILDFLY, "Contract", Cell.PASS);
    table.record(Server.WILDFLY, "EJB caller", Cell.LIMIT);
    table.record(Server.TOMCAT_11, "Contract", Cell.PASS);
  }

  @Test
  void rowsAreChecksAndColumnsAreServers() {
    assertEquals(
        """
        | Check | Tomcat 11 | WildFly 39 |
        |---|---|---|
        | Contract | ✓ | ✓ |
        | EJB caller | – | limit |
        """,
        table.markdown());
  }

  @Test
  void pageWithItsTableDoesNotDiffer() {
    assertEquals(List.of(), table.differences("# Page\n" + table.markdown() + "\nmore\n"));
  }

  @Test
  void otherCellsAreTold() {
    String page = table.markdown().replace("limit", "✓");
    assertEquals(List.of("WildFly 39, EJB caller: limit, told as ✓"), table.differences(page));
  }

  @Test
  void missingServerIsTold() {
    CheckTable other = new CheckTable();
    other.record(Server.WILDFLY, "Contract", Cell.PASS);
    other.record(Server.WILDFLY, "EJB caller", Cell.LIMIT);
    assertEquals(
        List.of("Tomcat 11, Contract: ✓, told as null"), table.differences(other.markdown()));
  }
}
