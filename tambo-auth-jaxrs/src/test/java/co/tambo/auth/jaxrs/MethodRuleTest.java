package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.AccessMode;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MethodRuleTest {

  private static final MethodRule PERMITTED = new MethodRule(AccessMode.PERMISSIVE, null, Set.of());
  private static final MethodRule DENIED = new MethodRule(null, Set.of(), Set.of());

  @Test
  void methodComesBeforeItsClass() {
    assertEquals(PERMITTED, rule(Child.class, "permitted"));
  }

  @Test
  void classCounts() {
    assertEquals(roles("child"), rule(Child.class, "plain"));
  }

  @Test
  void inheritedMethodIsUnderTheResourceClass() {
    assertEquals(roles("child"), rule(Child.class, "inherited"));
  }

  @Test
  void inheritedMethodKeepsItsOwnAnnotation() {
    assertEquals(DENIED, rule(Child.class, "inheritedDenied"));
  }

  @Test
  void overridingMethodIsUnderItsOwnClass() {
    assertEquals(roles("child"), rule(Child.class, "overridden"));
  }

  @Test
  void overriddenMethodCountsWhereNothingIsNearer() {
    assertEquals(DENIED, rule(Bare.class, "overridden"));
  }

  @Test
  void superClassCountsWhereNothingIsNearer() {
    assertEquals(roles("parent"), rule(Bare.class, "own"));
  }

  @Test
  void interfaceCounts() {
    assertEquals(roles("contract"), rule(Implementation.class, "agreed"));
  }

  @Test
  void interfaceCountsThroughATypeParameter() {
    assertEquals(roles("generic"), rule(Implementation.class, "take"));
  }

  @Test
  void overloadIsNotInherited() {
    assertEquals(MethodRule.CONFIGURED, rule(Overload.class, "read"));
  }

  @Test
  void strictestOfOneElementHolds() {
    assertEquals(DENIED, rule(Mixed.class, "deniedAndPermitted"));
    assertEquals(roles("a"), rule(Mixed.class, "roleAndPermitted"));
    assertEquals(roles("a"), rule(Mixed.class, "roleAndOptional"));
    assertEquals(
        new MethodRule(AccessMode.REQUIRED, null, Set.of("s")), rule(Mixed.class, "optionalScope"));
  }

  @Test
  void rolesAllowedToNobodyDenies() {
    assertEquals(Set.of(), rule(Mixed.class, "noRole").roles());
  }

  @Test
  void withoutAnnotationTheConfigurationDecides() {
    assertEquals(MethodRule.CONFIGURED, rule(Mixed.class, "plain"));
  }

  private static MethodRule roles(String role) {
    return new MethodRule(AccessMode.REQUIRED, Set.of(role), Set.of());
  }

  private static MethodRule rule(Class<?> type, String method) {
    return Arrays.stream(type.getMethods())
        .filter(candidate -> candidate.getName().equals(method) && !candidate.isBridge())
        .findFirst()
        .map(found -> MethodRule.of(type, found))
        .orElseThrow();
  }

  @RolesAllowed("parent")
  static class Parent {
    public void inherited() {}

    @DenyAll
    public void inheritedDenied() {}

    @DenyAll
    public void overridden() {}
  }

  @RolesAllowed("child")
  static final class Child extends Parent {
    @PermitAll
    public void permitted() {}

    public void plain() {}

    @Override
    public void overridden() {}
  }

  static final class Bare extends Parent {
    @Override
    public void overridden() {}

    public void own() {}
  }

  interface Contract<T> {
    @RolesAllowed("contract")
    void agreed();

    @RolesAllowed("generic")
    void take(T value);
  }

  static final class Implementation implements Contract<String> {
    @Override
    public void agreed() {}

    @Override
    public void take(String value) {}
  }

  static class Overloaded {
    @PermitAll
    protected void read(Object value) {}
  }

  static final class Overload extends Overloaded {
    public void read(String value) {}
  }

  static final class Mixed {
    @DenyAll
    @PermitAll
    public void deniedAndPermitted() {}

    @RolesAllowed("a")
    @PermitAll
    public void roleAndPermitted() {}

    @RolesAllowed("a")
    @TamboAuthenticated(access = AccessMode.OPTIONAL)
    public void roleAndOptional() {}

    @TamboAuthenticated(access = AccessMode.OPTIONAL, scopes = "s")
    public void optionalScope() {}

    @RolesAllowed({})
    public void noRole() {}

    public void plain() {}
  }
}
