package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCoverageTest {

  @ParameterizedTest
  @CsvSource({
    "/*, /, true",
    "/*, /a/b, true",
    "/a/*, /a, true",
    "/a/*, /a/b, true",
    "/a/*, /ab, false",
    "/a, /a, true",
    "/a, /a/b, false",
    "*.do, /a/b.do, true",
    "*.do, /a.do/b, false",
    "*.do, /a.dot, false"
  })
  void patternsMeanWhatTheyMeanToFilters(String pattern, String path, boolean covered) {
    assertEquals(covered, coverage(pattern).closeness(request(path)) >= 0);
  }

  @Test
  void closerPatternIsCloser() {
    HttpServletRequest request = request("/a/b.do");
    assertTrue(coverage("/a/b.do").closeness(request) > coverage("/a/*").closeness(request));
    assertTrue(coverage("/a/*").closeness(request) > coverage("/*").closeness(request));
    assertTrue(coverage("/*").closeness(request) > coverage("*.do").closeness(request));
  }

  @Test
  void nameOfTheServletCovers() {
    HttpServletRequest request = request("/a");
    HttpServletMapping mapping = mock(HttpServletMapping.class);
    when(mapping.getServletName()).thenReturn("shop");
    when(request.getHttpServletMapping()).thenReturn(mapping);
    assertTrue(new FilterCoverage(List.of(), List.of("shop")).closeness(request) >= 0);
    assertTrue(new FilterCoverage(List.of(), List.of("*")).closeness(request) >= 0);
    assertTrue(new FilterCoverage(List.of(), List.of("other")).closeness(request) < 0);
  }

  @Test
  void mappingsThatTheContainerWithholdsAreNone() {
    FilterRegistration filter = mock(FilterRegistration.class);
    when(filter.getUrlPatternMappings()).thenReturn(null);
    when(filter.getServletNameMappings()).thenReturn(null);
    assertTrue(FilterCoverage.of(filter).closeness(request("/a")) < 0);
  }

  private static FilterCoverage coverage(String pattern) {
    return new FilterCoverage(List.of(pattern), List.of());
  }

  private static HttpServletRequest request(String path) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getServletPath()).thenReturn(path);
    return request;
  }
}
