package co.tambo.probe;

import co.tambo.auth.jaxrs.TamboAuthFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The REST application; with settings of its own, as the filters of this application differ. */
@ApplicationPath("/api")
public class ProbeApplication extends Application {

  /** For the REST runtime. */
  public ProbeApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    // The feature is named for TomEE, which looks for none where classes are named.
    return Set.of(WhoResource.class, TamboAuthFeature.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "tambo.issuer", "${probe.issuer}",
        "tambo.audience", "${probe.audience}",
        "tambo.roles-claim", "roles");
  }
}
