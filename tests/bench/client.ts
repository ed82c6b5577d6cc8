import http from 'node:http';

/** A keep-alive client on one connection, as light as Node allows: the figure should be the program's, not ours. */
export interface BenchClient {
  post: (path: string, body: string, key: string) => Promise<{ status: number; text: string }>;
  close: () => void;
}

export function openBenchClient(address: string, cookie: string): BenchClient {
  const url = new URL(address);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    post: (path, body, key) =>
      new Promise((resolve, reject) => {
        const request = http.request(
          {
            host: url.hostname,
            port: url.port,
            path,
            method: 'POST',
            agent,
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
              'x-heli': '1',
              'idempotency-key': key,
              cookie,
            },
          },
          (response) => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
            );
          },
        );
        request.on('error', reject);
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** The value below which a share of the sorted sample lies. */
export function quantile(sample: number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
