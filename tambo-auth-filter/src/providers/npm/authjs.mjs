// A real Auth.js with sessions in cookies, as JWEs, and a provider that knows every name. Its
// version 4 needs Next.js for a login; the cookie that one would set is made by version 4's own
// encode, at /v4/session-token.
import { Auth } from '@auth/core';
import Credentials from '@auth/core/providers/credentials';
import { encode } from 'next-auth/jwt';
import { serve } from './loopback.mjs';

const { AUTH_SECRET: secret } = process.env;

const config = {
  secret,
  trustHost: true,
  basePath: '/auth',
  session: { strategy: 'jwt' },
  providers: [
    Credentials({
      credentials: { name: {}, note: {} },
      authorize: ({ name, note }) => ({ id: name, name, email: `${name}@example.com`, note }),
    }),
  ],
  callbacks: {
    // A long note makes a cookie that has to be cut into chunks.
    jwt: ({ token, user }) => (user ? { ...token, note: user.note } : token),
  },
};

async function body(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function toAuthJs(origin, request, response) {
  const { method, url, headers } = request;
  const sent = method === 'POST' ? { body: await body(request) } : {};
  const answer = await Auth(new Request(origin + url, { method, headers, ...sent }), config);
  response.setHeaders(answer.headers).writeHead(answer.status).end(await answer.text());
}

async function toVersion4(url, response) {
  const name = url.searchParams.get('name');
  response.end(await encode({ secret, token: { sub: name, name, email: `${name}@example.com` } }));
}

await serve((origin) => (request, response) => {
  const url = new URL(request.url, origin);
  return url.pathname === '/v4/session-token'
    ? toVersion4(url, response)
    : toAuthJs(origin, request, response);
});
