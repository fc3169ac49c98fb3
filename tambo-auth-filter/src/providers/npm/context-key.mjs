// Says under which key Tambo keeps a user's threads, by Tambo's rule on this runtime's own URL class
// (WHATWG): a second opinion on hosts. Takes a JSON array of claims, answers with the array of keys.
import { serve } from './loopback.mjs';

const MICROSOFT = ['login.microsoftonline.com', 'sts.windows.net'];

const named = (value) => (typeof value === 'string' && value.trim() !== '' ? value : null);

function hostOf(issuer) {
  try {
    return new URL(issuer).hostname;
  } catch {
    return issuer.replaceAll(/[^A-Za-z0-9.-]/g, '_');
  }
}

function organisationOf(host, { hd, tid, org_id: organisation }) {
  if (host === 'accounts.google.com' && named(hd)) {
    return hd;
  }
  if ((MICROSOFT.includes(host) || host.endsWith('.microsoftonline.com')) && named(tid)) {
    return tid;
  }
  return named(organisation);
}

function keyOf(claims) {
  if (!claims.iss) {
    return `oauth:user:${claims.sub}`;
  }
  const host = hostOf(claims.iss);
  const parts = [host, organisationOf(host, claims), claims.sub];
  return `oauth:user:${parts.filter((part) => part !== null).join(':')}`;
}

async function body(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString());
}

await serve(() => async (request, response) => {
  const { users } = await body(request);
  response.end(JSON.stringify({ keys: users.map(keyOf) }));
});
