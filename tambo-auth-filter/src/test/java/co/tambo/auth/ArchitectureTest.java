package co.tambo.auth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import co.tambo.auth.parts.Attack;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {

  private static final String CORE = "co.tambo.auth";
  private static final String INTERNAL = "co.tambo.auth.internal..";
  private static final String INJECTION = "co.tambo.auth.cdi..";
  private static final String STAND_INS = "co.tambo.auth.testing..";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/testing/"))
          .importPackages(CORE);

  private static void check(ArchRule rule) {
    rule.check(MAIN);
  }

  @Test
  void coreKnowsNoContainer() {
    check(
        noClasses()
            .that(resideInAnyPackage(CORE, INTERNAL))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..")));
  }

  @Test
  void nobodyKnowsALoggingFramework() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging..")));
  }

  @Test
  void onlyTheListenerLogs() {
    check(
        noClasses()
            .that(
                not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                        LoggingListener.class)))
            .and(
                not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                        TamboAuthListener.class)))
            .should()
            .dependOnClassesThat(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                    System.Logger.class)));
  }

  /** Servers without CDI never load it. */
  @Test
  void onlyTheInjectionKnowsCdi() {
    check(
        noClasses()
            .that(not(resideInAPackage(INJECTION)))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(INJECTION, "jakarta.enterprise..", "jakarta.inject..")));
  }

  /** Servers without Jakarta Authentication never load it. */
  @Test
  void onlyTheContainerLoginKnowsJakartaAuthentication() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotStartingWith("CallerAuth")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.security.auth.message..")));
  }

  @Test
  void adapterKnowsOnlyTheContract() {
    check(
        noClasses()
            .that(resideInAnyPackage("co.tambo.auth.servlet..", INJECTION))
            .should()
            .dependOnClassesThat(resideInAPackage(INTERNAL)));
  }

  @Test
  void coreKnowsNoAdapter() {
    check(
        noClasses()
            .that(resideInAnyPackage(CORE, INTERNAL))
            .should()
            .dependOnClassesThat(resideInAPackage("co.tambo.auth.servlet..")));
  }

  @Test
  void nobodyKnowsTheStandIns() {
    check(noClasses().should().dependOnClassesThat(resideInAPackage(STAND_INS)));
  }

  @Test
  void verificationAndExchangeDoNotKnowEachOther() {
    String[] verification = {
      "co.tambo.auth.internal.verify..",
      "co.tambo.auth.internal.opaque..",
      "co.tambo.auth.internal.keys..",
      "co.tambo.auth.internal.jose.."
    };
    String exchange = "co.tambo.auth.internal.exchange..";
    check(
        noClasses()
            .that(resideInAnyPackage(verification))
            .should()
            .dependOnClassesThat(resideInAPackage(exchange)));
    check(
        noClasses()
            .that(resideInAPackage(exchange))
            .should()
            .dependOnClassesThat(resideInAnyPackage(verification)));
  }

  @Test
  void oneClassReadsTheClocks() {
    check(
        noClasses()
            .that(not(resideInAPackage("co.tambo.auth.internal.time..")))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC"));
  }

  @Test
  void oneClassCreatesTheHttpClient() {
    check(
        noClasses()
            .that(not(resideInAPackage("co.tambo.auth.internal.http..")))
            .should()
            .callMethod(HttpClient.class, "newBuilder")
            .orShould()
            .callMethod(HttpClient.class, "newHttpClient"));
  }

  /** The trusted authorities are the JVM's own, not a setting of ours. */
  @Test
  void onePackageReadsTheEnvironment() {
    check(
        noClasses()
            .that(not(resideInAPackage("co.tambo.auth.internal.config..")))
            .and()
            .doNotHaveSimpleName("ServerTrust")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getProperties"));
  }

  @Test
  void contractShowsNoCarriedLibrary() {
    check(
        noClasses()
            .that(resideInAnyPackage(CORE, "co.tambo.auth.servlet.."))
            .should()
            .dependOnClassesThat(resideInAPackage("com.github.benmanes..")));
  }

  @Test
  @Attack("L10")
  void coreNeedsNothingButTheJdkAndTheCache() {
    check(
        noClasses()
            .that(resideInAnyPackage(CORE, INTERNAL))
            .should()
            .dependOnClassesThat(
                not(
                    resideInAnyPackage(
                        "co.tambo.auth..",
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "com.github.benmanes.caffeine..",
                        "org.eclipse.microprofile.config..",
                        "org.jspecify.."))));
  }

  @Test
  @Attack("L09")
  void nothingHoldsAMonitorByItsSignature() {
    check(methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED));
  }

  /** An identity that is kept by thread would outlive its request. */
  @Test
  @Attack({"C01", "C02"})
  void nothingIsKeptByThread() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                    ThreadLocal.class)));
  }

  /** Applications side by side may share the classes, and must share nothing else. */
  @Test
  @Attack("L08")
  void noFieldOfAClassChanges() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  @Attack("I05")
  void macsAreComparedInConstantTime() {
    check(
        noClasses()
            .that(
                resideInAnyPackage(
                    "co.tambo.auth.internal.jose..", "co.tambo.auth.internal.sessions.."))
            .should()
            .callMethod(Arrays.class, "equals", byte[].class, byte[].class));
    check(
        classes()
            .that()
            .haveSimpleName("SignatureCheck")
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class));
  }

  @Test
  void everythingIsCheckedForNulls() {
    check(
        classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked"));
  }
}
