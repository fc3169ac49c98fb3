// A real OpenID provider. Whoever comes to log in is the user of the request's login_hint, and
// consents: the two pages a person would see are the only thing that is not real here.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider from 'oidc-provider';
import { serve } from './loopback.mjs';

// What an access token can be asked for (RFC 8707); each gets JWTs signed in its own way.
const API = 'https://api.example.com/';
const EXPIRED = `${API}expired`;
const ALGORITHMS = {
  [`${API}rs256`]: 'RS256',
  [`${API}es256`]: 'ES256',
  [`${API}eddsa`]: 'EdDSA',
  [EXPIRED]: 'RS256',
};

function privateJwk(alg, type, options) {
  const { privateKey } = generateKeyPairSync(type, options);
  return { ...privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid: randomUUID() };
}

function configuration() {
  return {
    jwks: {
      keys: [
        privateJwk('RS256', 'rsa', { modulusLength: 2048 }),
        privateJwk('ES256', 'ec', { namedCurve: 'P-256' }),
        privateJwk('EdDSA', 'ed25519'),
      ],
    },
    cookies: { keys: [randomUUID()] },
    clients: [
      {
        client_id: 'tambo-app',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.com`, email_verified: true }),
    }),
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx, resource) => ({
          scope: 'threads:read threads:write',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: ALGORITHMS[resource] } },
        }),
      },
    },
    formats: {
      customizers: {
        // The provider itself refuses to issue a token that is over; nobody has to wait for one.
        jwt: (ctx, token, { payload }) => {
          if (payload.aud === EXPIRED) {
            payload.exp = payload.iat - 600;
            payload.iat = payload.iat - 1200;
          }
        },
      },
    },
  };
}

async function answer(provider, request, response) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { accountId: params.login_hint };
    return provider.interactionFinished(request, response, { login });
  }
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(' '));
  for (const [resource, scopes] of Object.entries(prompt.details.missingResourceScopes ?? {})) {
    grant.addResourceScope(resource, scopes.join(' '));
  }
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { consent });
}

await serve((issuer) => {
  // Another provider over the same store: it has other keys, and honours the refresh tokens.
  let provider = new Provider(issuer, configuration());
  return async (request, response) => {
    if (request.method === 'POST' && request.url === '/rotate-keys') {
      provider = new Provider(issuer, configuration());
      response.writeHead(204).end();
    } else if (request.url.startsWith('/interaction/')) {
      await answer(provider, request, response);
    } else {
      provider.callback()(request, response);
    }
  };
});
