package co.tambo.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST application; the runtime finds its resources, and tambo-auth's feature, by itself. */
@ApplicationPath("/api")
public class SampleApplication extends Application {}
