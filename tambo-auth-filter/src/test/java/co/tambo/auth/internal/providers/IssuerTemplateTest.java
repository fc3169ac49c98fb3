package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerTemplateTest {

  private static final String GUID = "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8";

  @Test
  void tenantIsReplacedWhereItStands() {
    assertEquals(
        "https://idp.example/{tenantid}/v2.0",
        IssuerTemplate.of("https://idp.example/" + GUID + "/v2.0", GUID));
    assertEquals(
        "https://idp.example/{tenantid}", IssuerTemplate.of("https://idp.example/" + GUID, GUID));
    assertEquals("{tenantid}/x", IssuerTemplate.of(GUID + "/x", GUID));
  }

  @Test
  void issuerWithoutTheTenantHasNoTemplate() {
    assertNull(IssuerTemplate.of(null, GUID));
    assertNull(IssuerTemplate.of("https://idp.example/" + GUID, null));
    assertNull(IssuerTemplate.of("https://idp.example/", GUID));
    assertNull(IssuerTemplate.of("https://idp.example/acme", "acme"));
  }

  @Test
  void tenantStandsOnce() {
    assertNull(IssuerTemplate.of("https://idp.example/" + GUID + "/" + GUID, GUID));
  }

  @Test
  void templateIsNoIssuer() {
    assertNull(IssuerTemplate.of("https://{tenantid}.example/" + GUID, GUID));
    assertNull(IssuerTemplate.of("{tenantid}/" + GUID, GUID));
  }

  @ParameterizedTest
  @CsvSource({
    "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8, true",
    "00000000-0000-0000-0000-000000000000, true",
    "99999999-9999-9999-9999-999999999999, true",
    "aaaaaaaa-ffff-aaaa-ffff-aaaaaaaaaaaa, true",
    "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d, false",
    "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d88, false",
    "3D0C9A52-6B1F-4E87-9C34-5A7E1F20B6D8, false",
    "3d0c9a5206b1f-4e87-9c34-5a7e1f20b6d8, false",
    "3d0c9a52-6b1f04e87-9c34-5a7e1f20b6d8, false",
    "3d0c9a52-6b1f-4e8709c34-5a7e1f20b6d8, false",
    "3d0c9a52-6b1f-4e87-9c3405a7e1f20b6d8, false",
    "3d0c9a5--6b1f-4e87-9c34-5a7e1f20b6d8, false",
    "3d0c9a5/-6b1f-4e87-9c34-5a7e1f20b6d8, false",
    "3d0c9a5:-6b1f-4e87-9c34-5a7e1f20b6d8, false",
    "3d0c9a5`-6b1f-4e87-9c34-5a7e1f20b6d8, false",
    "3d0c9a5g-6b1f-4e87-9c34-5a7e1f20b6d8, false"
  })
  void guidIsOfLowerCaseHexAndDashes(String text, boolean guid) {
    assertEquals(guid, IssuerTemplate.isGuid(text));
  }
}
