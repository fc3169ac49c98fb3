package co.tambo.auth.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.security.CodeSource;
import org.junit.jupiter.api.Test;

class TestingPackageTest {

  @Test
  void standInsNeedOnlyTheJdkAndOurJson() throws Exception {
    CodeSource source = FakeIssuer.class.getProtectionDomain().getCodeSource();
    Path standIns = Path.of(source.getLocation().toURI()).resolve("co/tambo/auth/testing");

    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "com.sun.net.httpserver",
            "org.jspecify.annotations",
            "co.tambo.auth.internal.json",
            "co.tambo.auth.testing")
        .check(new ClassFileImporter().importPath(standIns));
  }
}
