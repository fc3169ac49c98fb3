package co.tambo.auth.jaxrs;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Lists nothing, so that its runtime takes what a scan found. */
@ApplicationPath("/api")
public final class ScannedApplication extends Application {}
