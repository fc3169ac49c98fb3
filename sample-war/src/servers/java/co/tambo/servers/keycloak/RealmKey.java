package co.tambo.servers.keycloak;

/**
 * A signing key of the realm.
 *
 * @param provider the id of the component that provides it
 * @param kid the key id in the JWK set and in token headers
 * @param algorithm the JWS algorithm
 * @param priority of an algorithm's keys the one with the highest signs
 */
public record RealmKey(String provider, String kid, String algorithm, long priority) {}
