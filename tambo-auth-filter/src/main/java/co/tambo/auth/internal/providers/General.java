package co.tambo.auth.internal.providers;

/** A provider that is not known by name. */
record General() implements ProviderRules {}
