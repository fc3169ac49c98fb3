package co.tambo.auth.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Runs the table against one adapter. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class AuthContract {

  private final World world = new World();
  private final Map<Configuration, Deployment> deployments = new EnumMap<>(Configuration.class);
  private List<ContractRow> table = List.of();

  /** Deploys {@link ContractApp} behind the adapter, on a free port of 127.0.0.1. */
  protected abstract Deployment deploy(Map<String, String> settings) throws Exception;

  @BeforeAll
  void writeTable() {
    table = ContractTable.rows(world);
  }

  @AfterAll
  void undeploy() throws Exception {
    for (Deployment deployment : deployments.values()) {
      deployment.close();
    }
    world.close();
  }

  @TestFactory
  Stream<DynamicNode> answers() {
    return Arrays.stream(Configuration.values())
        .map(
            configuration ->
                DynamicContainer.dynamicContainer(
                    configuration.name(), rows(configuration).map(this::test)));
  }

  @Test
  void everyRowIsNamedOnce() {
    assertEquals(table.size(), table.stream().map(ContractRow::id).distinct().count());
  }

  @Test
  void everyConfigurationHasARow() {
    List<Configuration> unused = new ArrayList<>(List.of(Configuration.values()));
    table.forEach(row -> unused.remove(row.configuration()));
    assertEquals(List.of(), unused);
  }

  @Test
  void noTwoRowsAskTheSame() {
    long questions =
        table.stream().map(row -> row.configuration() + " " + row.request()).distinct().count();
    assertEquals(table.size(), questions);
  }

  @Test
  void everySubjectIsCovered() {
    assertTrue(table.size() >= 60, () -> table.size() + " rows");
    ContractTable.LEAST.forEach(
        (subject, least) -> assertTrue(count(subject) >= least, () -> subject + count(subject)));
  }

  private long count(String subject) {
    return table.stream().filter(row -> row.id().startsWith(subject)).count();
  }

  private Stream<ContractRow> rows(Configuration configuration) {
    return table.stream().filter(row -> row.configuration() == configuration);
  }

  private DynamicTest test(ContractRow row) {
    return DynamicTest.dynamicTest(
        row.id(),
        () -> row.expectation().check(RawResponse.to(row.request(), port(row.configuration()))));
  }

  private int port(Configuration configuration) throws Exception {
    Deployment deployment = deployments.get(configuration);
    if (deployment == null) {
      deployment = deploy(configuration.settings(world));
      deployments.put(configuration, deployment);
    }
    return deployment.port();
  }
}
