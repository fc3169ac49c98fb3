package co.tambo.auth.internal.config;

import java.util.List;

/**
 * What binds a token to this application.
 *
 * @param issuers the accepted issuers in their order; empty when the check was turned off
 * @param audiences the accepted audiences; empty when the check was turned off
 * @param authorizedParties the accepted parties; empty for no check
 * @param tenants the accepted tenants; empty for no check
 */
record Binding(
    List<String> issuers,
    List<String> audiences,
    List<String> authorizedParties,
    List<String> tenants) {}
