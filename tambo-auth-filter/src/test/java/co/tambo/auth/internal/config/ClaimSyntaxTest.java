package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimSyntaxTest {

  @ParameterizedTest
  @CsvSource({
    "tambo.clock-skew, PT5M1S", "tambo.clock-skew, -PT1S", "tambo.clock-skew, 30",
    "tambo.name-claim, /a~", "tambo.roles-claim, /a/~2", "tambo.tenant-claim, 'a\u0001b'",
    "tambo.required-scopes, a b", "tambo.required-scopes, a\"", "tambo.required-scopes, 'a,'",
    "tambo.verification, discover", "tambo.verification, Discovery", "tambo.environment, prod",
  })
  void valueOfTheWrongFormIsAProblem(String key, String value) {
    assertTrue(Reading.problemWithToken(key, value).startsWith(key + "="));
  }

  @ParameterizedTest
  @ValueSource(strings = {"groups", "/realm_access/roles", "/a~1b/c~0d", "https://x.example/roles"})
  void claimIsANameOrAPointer(String claim) {
    assertEquals(claim, Reading.provider("tambo.roles-claim", claim).rolesClaim());
  }

  @Test
  void noneIsNoClaim() {
    assertNull(Reading.provider("tambo.roles-claim", "none").rolesClaim());
  }
}
