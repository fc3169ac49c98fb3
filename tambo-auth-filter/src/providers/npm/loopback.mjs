import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Serves on a free port of 127.0.0.1 and prints one line once it can answer: `ready ORIGIN`.
 * The port is known before the handler is made, for an issuer's name holds it.
 */
export async function serve(handlerAt) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  server.on('request', await handlerAt(origin));
  console.log(`ready ${origin}`);
}

// The other end of this pipe closes with the test's JVM, however that ends.
process.stdin.on('end', () => process.exit()).resume();
