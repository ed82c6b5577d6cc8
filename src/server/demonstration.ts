import { call, type AnyProcedure } from '@orpc/server';
import type pg from 'pg';
import { z } from 'zod';
import { setUpCommand } from '../access/set-up.ts';
import type { Asker } from '../platform/pipeline/asker.ts';
import { buildDemo, type Door } from '../demo/build-demo.ts';
import { MADE_UP_AREAS } from '../demo/made-up.ts';
import { HeliError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { ServerContext, Services } from '../platform/pipeline/context.ts';
import { door } from '../platform/pipeline/door.ts';
import { ANYONE } from '../platform/pipeline/procedure.ts';

export interface DemoParts {
  owner: pg.Pool;
  services: Services;
  password: string;
  /** How many days it looks back. */
  days: number;
  findAsker: (headers: Headers) => Promise<Asker | undefined>;
  /** Every procedure by topic and name. */
  router: () => Record<string, Record<string, AnyProcedure>>;
  /** The code that opening it from another machine needs. */
  codeFor: (context: ServerContext) => string | undefined;
}

async function addMadeUpAreas(owner: pg.Pool): Promise<void> {
  for (const area of MADE_UP_AREAS) {
    await owner.query(
      'insert into heli.area (code, level, name, parent) values ($1, $2, $3, $4) on conflict do nothing',
      [...area],
    );
  }
}

/** Doors for made-up people: procedures called in the program, each with its own cookies, at its own moment. */
function makeStranger(parts: DemoParts): () => Door {
  const router = parts.router();
  const setUpDemo = setUpCommand({ demo: true, codeFor: () => undefined, prepareCounty: async () => {} });
  const known: Record<string, Record<string, AnyProcedure>> = { ...router, access: { ...router.access, setUpDemo } };
  return () => {
    const cookies: string[] = [];
    return async <T>(name: string, input: unknown, at?: Date) => {
      const [topic = '', procedure = ''] = name.split('.');
      const found = known[topic]?.[procedure];
      if (!found) throw new Error(`no procedure ${name}`);
      const headers = new Headers({ cookie: cookies.join('; '), 'idempotency-key': newId() });
      const context: ServerContext = {
        services: at ? { ...parts.services, clock: () => at } : parts.services,
        headers,
        answerHeaders: new Headers(),
        address: '127.0.0.1',
        local: true,
        language: 'zh',
        findAsker: () => parts.findAsker(headers),
      };
      const answer = (await call(found, input as never, { context: context as never })) as T;
      for (const cookie of context.answerHeaders.getSetCookie()) cookies.push(cookie.split(';')[0] ?? '');
      return answer;
    };
  };
}

/** Builds the demonstration county on a fresh installation. */
export async function makeDemonstration(parts: DemoParts): Promise<void> {
  await addMadeUpAreas(parts.owner);
  await buildDemo({
    stranger: makeStranger(parts),
    now: parts.services.clock(),
    password: parts.password,
    days: parts.days,
  });
}

/** The door that opens it: *open the demonstration county* on the first page. */
export function demoDoors(parts: DemoParts) {
  return {
    open: door({
      name: 'demo.open',
      permit: ANYONE,
      summary: 'Fill a fresh installation with the made-up county',
      path: '/demo/open',
      input: z.strictObject({ code: z.string().max(40).default('') }),
      output: z.object({ done: z.boolean() }),
      handle: async ({ code }, context) => {
        const wanted = parts.codeFor(context);
        if (wanted && code !== wanted) throw new HeliError('forbidden', 'set-up-code');
        const { rows } = await parts.owner.query<{ state: string }>("select heli.installation()->>'state' as state");
        if (rows[0]?.state === 'ready') throw new HeliError('not-allowed-now', 'already-set-up');
        await makeDemonstration(parts);
        return { done: true };
      },
    }),
  };
}
