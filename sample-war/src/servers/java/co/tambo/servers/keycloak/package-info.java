/** A real Keycloak with a realm of its own, as the issuer of the server suite. */
@NullMarked
package co.tambo.servers.keycloak;

import org.jspecify.annotations.NullMarked;
