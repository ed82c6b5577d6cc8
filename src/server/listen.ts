import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Config } from '../platform/config.ts';
import { HeliError } from '../platform/errors.ts';

async function makeServer(config: Config, fetch: (request: Request) => Promise<Response>): Promise<http.Server> {
  const handler = getRequestListener(fetch as never);
  if (!config.tls) return http.createServer(handler);
  const { cert, key } = config.tls;
  for (const file of [cert, key]) {
    if (!existsSync(file)) throw new HeliError('invalid', 'no-such-file', { params: { file } });
  }
  return https.createServer(
    { cert: await readFile(cert), key: await readFile(key) },
    handler,
  ) as unknown as http.Server;
}

/** Opens the port; refuses with a sentence when it is taken. */
export async function listen(config: Config, fetch: (request: Request) => Promise<Response>) {
  const server = await makeServer(config, fetch);
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.listen(config.port, config.host);
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: { code?: string }) => reject(portError(error, config)));
  });
  const { port } = server.address() as AddressInfo;
  const shown = ['0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  return {
    address: `${config.tls ? 'https' : 'http'}://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2_000).unref();
      await closed;
    },
  };
}

function portError(error: { code?: string }, { port, host }: Config): unknown {
  if (error.code === 'EADDRINUSE') return new HeliError('not-allowed-now', 'port-in-use', { params: { port } });
  if (error.code === 'EACCES') return new HeliError('not-allowed-now', 'port-refused', { params: { port } });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new HeliError('invalid', 'no-such-host', { params: { host } });
  return error;
}
