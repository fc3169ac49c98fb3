package co.tambo.auth.internal.config;

import java.time.Duration;

/**
 * How fetched key sets live.
 *
 * @param refresh life of a fetched set
 * @param horizon how long old keys serve through an outage
 * @param blockPrivateAddresses whether provider addresses in private ranges are refused
 */
public record KeySettings(Duration refresh, Duration horizon, boolean blockPrivateAddresses) {}
