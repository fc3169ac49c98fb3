/**
 * What the identity providers' names imply: {@link co.tambo.auth.internal.providers.Preset} fills
 * in settings, {@link co.tambo.auth.internal.providers.ProviderRules} tells a user's token from the
 * provider's other tokens and reads its claims. One class for each provider.
 */
@NullMarked
package co.tambo.auth.internal.providers;

import org.jspecify.annotations.NullMarked;
