import { randomUUID } from 'node:crypto';

/** An answer as a test looks at it. */
export interface Answer<T = any> {
  status: number;
  body: T;
}

/** Someone at the program's door: keeps cookies as a browser does. */
export interface TestClient {
  /** Calls a procedure by its path ('people/add'). Commands get a fresh key unless one is given. */
  call: <T = any>(name: string, input?: unknown, headers?: Record<string, string>) => Promise<Answer<T>>;
  cookie: () => string;
}

export function openClient(address: string, language: 'zh' | 'en' = 'zh'): TestClient {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie,
    call: async (name, input = {}, headers = {}) => {
      const response = await fetch(`${address}/rpc/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': language,
          'x-heli': '1',
          'idempotency-key': randomUUID(),
          cookie: cookie(),
          ...headers,
        },
        body: JSON.stringify({ json: input }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const at = pair.indexOf('=');
        cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const { json } = (await response.json()) as { json: any };
      return { status: response.status, body: response.ok ? json : (json.data ?? json) };
    },
  };
}
