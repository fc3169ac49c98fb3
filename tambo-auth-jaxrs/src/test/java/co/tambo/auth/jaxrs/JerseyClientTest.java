package co.tambo.auth.jaxrs;

final class JerseyClientTest extends ClientTests {}
