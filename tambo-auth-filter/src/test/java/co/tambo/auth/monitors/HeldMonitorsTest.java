package co.tambo.auth.monitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.parts.Attack;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldMonitorsTest {

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static HeldMonitors in(Class<?>... types) throws Exception {
    List<Path> places = new ArrayList<>();
    for (Class<?> type : types) {
      places.add(placeOf(type));
    }
    return new HeldMonitors(ClassFiles.of(places));
  }

  @Test
  @Attack("L09")
  void nothingOfOursAndNothingThatIsCarriedBlocksUnderAMonitor() throws Exception {
    HeldMonitors shipped = in(TamboAuthenticator.class, Caffeine.class);
    assertTrue(shipped.holding() > 0, "the cache holds monitors, so none found is none read");
    assertEquals(Set.of(), shipped.blocked());
  }

  @Test
  void plantedFetchesAreFoundAndNoOthers() throws Exception {
    Set<String> found =
        in(Planted.class).blocked().stream()
            .filter(call -> call.contains("/Planted."))
            .map(call -> call.substring(call.indexOf('.') + 1, call.indexOf('(')))
            .collect(Collectors.toSet());
    assertEquals(Set.of("fetchedInAMethod", "fetchedInABlock", "fetchedThroughAnInterface"), found);
  }
}
