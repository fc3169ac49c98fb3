package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.config.ProviderSettings;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token that was accepted.
 *
 * @param provider the provider whose rules it passed
 * @param issuer the issuer; null where none was asked for and none is there
 * @param subject the subject
 * @param expiresAt when it stops being valid, skew not counted
 * @param claims its claims, strictly read, JSON nulls left out; deeply immutable
 * @param signed whether a signature was checked
 */
public record VerifiedToken(
    ProviderSettings provider,
    @Nullable String issuer,
    String subject,
    Instant expiresAt,
    Map<String, Object> claims,
    boolean signed) {}
