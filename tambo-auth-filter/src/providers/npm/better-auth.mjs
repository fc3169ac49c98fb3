// A real Better Auth: e-mail and password, the plugins jwt and admin, and sessions that are also
// cached in a cookie as a JWT of the same keys and issuer. Its store is gone when it ends.
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { admin, jwt } from 'better-auth/plugins';
import { serve } from './loopback.mjs';

const { JWT_ALGORITHM, JWT_EXPIRATION } = process.env;

await serve((baseURL) =>
  toNodeHandler(
    betterAuth({
      baseURL,
      secret: randomUUID(),
      database: memoryAdapter({ user: [], session: [], account: [], verification: [], jwks: [] }),
      emailAndPassword: { enabled: true },
      session: { cookieCache: { enabled: true, strategy: 'jwt' } },
      plugins: [
        // The plugin keeps several roles of a user in one text, with commas.
        admin({ defaultRole: 'admin,editor' }),
        jwt({
          sessionCookieCache: true,
          jwks: { keyPairConfig: { alg: JWT_ALGORITHM } },
          jwt: { expirationTime: JWT_EXPIRATION },
        }),
      ],
      telemetry: { enabled: false },
    }),
  ),
);
