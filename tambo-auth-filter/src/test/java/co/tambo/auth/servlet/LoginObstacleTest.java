package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginObstacleTest {

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();

  /** WildFly's management root, under the names that it has in JMX. */
  public interface Root {
    String getserverState();
  }

  /** WildFly's security domain of deployments. */
  public interface Domain {
    Boolean getintegratedJaspi();
  }

  private void wildfly(String state, boolean integrated) throws Exception {
    server.registerMBean(
        new StandardMBean((Root) () -> state, Root.class),
        new ObjectName("jboss.as:management-root=server"));
    server.registerMBean(
        new StandardMBean((Domain) () -> integrated, Domain.class),
        new ObjectName("jboss.as:subsystem=undertow,application-security-domain=other"));
  }

  @Test
  void wildflyWithUsersOfItsOwnIsInTheWay() throws Exception {
    wildfly("running", true);
    assertEquals(Optional.of(LoginObstacle.INTEGRATED_JASPI), LoginObstacle.of(server));
  }

  @Test
  void wildflyThatTakesUsersIsNot() throws Exception {
    wildfly("running", false);
    assertEquals(Optional.empty(), LoginObstacle.of(server));
  }

  @Test
  void wildflyThatStartsIsNotAsked() throws Exception {
    wildfly("starting", true);
    assertEquals(Optional.empty(), LoginObstacle.of(server));
  }

  @Test
  void anotherServerIsNot() {
    assertEquals(Optional.empty(), LoginObstacle.of(server));
  }

  @ParameterizedTest
  @EnumSource
  void warningNamesTheKey(LoginObstacle obstacle) {
    assertTrue(obstacle.warning().message().contains("tambo.container-login"));
  }

  @Test
  void refusalIsNamedByItsClassOnly() {
    String message = LoginObstacle.refused(new IllegalStateException("alice")).message();
    assertTrue(message.contains("java.lang.IllegalStateException"), message);
    assertFalse(message.contains("alice"), message);
  }
}
