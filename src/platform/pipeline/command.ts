import { z } from 'zod';
import { inFlight, type Flight, sqlState, type Transaction } from '../database/flight.ts';
import { HeliError } from '../errors.ts';
import type { Asker } from './asker.ts';
import { become } from './become.ts';
import { canonical, digestUnder, keyedDigest } from './canonical.ts';
import type { ServerContext, Services } from './context.ts';
import { permitted, sessionStep } from './permit.ts';
import { type Permit, procedure } from './procedure.ts';
import { retried } from './retry.ts';

/** What a command's steps are given besides their input. */
export interface Doing extends Services {
  asker: Asker;
  county: number;
  now: Date;
  context: ServerContext;
}

/** What a command decided: what to save, what to answer, and what the journal says of it. */
export interface Decision<Output> {
  station: string;
  subject: { kind: string; id: string };
  /** Names of the fields that were set, for the journal. */
  fields: string[];
  answer: Output;
  /** How many records are added, when more than one. */
  rows?: number;
  /** Sends the statements; nothing is waited for, all of them land with the journal line or none does. */
  save: (transaction: Transaction) => void;
}

export interface CommandSpec<Input extends z.ZodType, Output extends z.ZodType, Loaded> {
  name: string;
  version: number;
  permit: Permit;
  /** Where the work happens when the asker has no county yet (set-up, an invitation). */
  county?: (input: z.output<Input>) => number;
  summary: string;
  path: `/${string}`;
  input: Input;
  output: Output;
  /** What the decision needs to know; its statements travel with the opening of the transaction. */
  load: (transaction: Transaction, input: z.output<Input>, doing: Doing) => Promise<Loaded>;
  /** Pure but for ids and time: refuses (HeliError) or says what to save. */
  decide: (loaded: Loaded, input: z.output<Input>, doing: Doing) => Decision<z.input<Output>>;
  /** The input without its secrets (a password), for the digests. */
  hush?: (input: z.output<Input>) => unknown;
  /** Parts of the answer that are told once and never kept (the token of an invitation). */
  secret?: (keyof z.input<Output>)[];
}

const KEEP_DAYS = 90;
const Key = z.uuid();

interface Kept {
  account_id: string;
  body_digest: Buffer;
  answer: unknown;
}

interface Opened {
  key: string;
  body: string;
  bodyDigest: Buffer;
  madeAt: string;
}

function openCommand(name: string, input: unknown, context: ServerContext): Opened {
  const { clock, digestKey } = context.services;
  const key = Key.safeParse(context.headers.get('idempotency-key'));
  if (!key.success) throw new HeliError('invalid', 'key-missing');
  const body = canonical(input);
  const made = new Date(context.headers.get('x-made-at') ?? Number.NaN);
  const madeAt = Number.isNaN(made.getTime()) ? clock() : made;
  return { key: key.data, body, bodyDigest: digestUnder(digestKey, `${name}\n${body}`), madeAt: madeAt.toISOString() };
}

function findKept(flight: Flight, county: number, key: string): Promise<Kept[]> {
  return flight.send<Kept>({
    name: 'kept',
    text: 'select account_id, body_digest, answer from heli.answer where county_id = $1 and key = $2 and expires_at > now()',
    values: [county, key],
  });
}

function settle(
  flight: Flight,
  spec: { name: string; version: number },
  parts: { opened: Opened; decision: Decision<unknown>; kept: unknown },
) {
  const { opened, decision } = parts;
  const { key, digest } = keyedDigest(opened.body);
  const line = {
    station: decision.station,
    command: spec.name,
    version: spec.version,
    subjectKind: decision.subject.kind,
    subject: decision.subject.id,
    madeAt: opened.madeAt,
    key: opened.key,
    keepDays: KEEP_DAYS,
  };
  flight.post({
    name: 'settle',
    text: 'select seq from heli.settle($1, $2, $3, $4, $5, $6)',
    values: [JSON.stringify(line), decision.fields, digest, key, opened.bodyDigest, JSON.stringify(parts.kept)],
  });
}

function withoutSecrets<Output>(answer: Output, secret: readonly PropertyKey[] = []): unknown {
  if (secret.length === 0) return answer;
  return Object.fromEntries(
    Object.entries(answer as object).map(([name, value]) => [name, secret.includes(name) ? '' : value]),
  );
}

async function runOnce<Input extends z.ZodType, Output extends z.ZodType, Loaded>(
  spec: CommandSpec<Input, Output, Loaded>,
  input: z.output<Input>,
  parts: { doing: Doing; opened: Opened },
): Promise<z.input<Output>> {
  const { doing, opened } = parts;
  return inFlight(doing.pool, 'write', async (flight) => {
    become(flight, doing.asker, doing.county);
    const known = findKept(flight, doing.county, opened.key);
    const loading = spec.load(flight, input, doing);
    loading.catch(() => {}); // awaited below, after the key
    const [kept] = await known;
    if (kept) {
      await flight.commit();
      if (!opened.bodyDigest.equals(kept.body_digest)) throw new HeliError('not-allowed-now', 'key-reused');
      return kept.answer as z.input<Output>;
    }
    const decision = spec.decide(await loading, input, doing);
    decision.save(flight);
    settle(flight, spec, { opened, decision, kept: withoutSecrets(decision.answer, spec.secret) });
    await flight.commit();
    doing.grown(decision.rows ?? 1);
    return decision.answer;
  });
}

/** The same key at the same moment: the second of two finds the first one's answer when it runs again. */
async function runCommand<Input extends z.ZodType, Output extends z.ZodType, Loaded>(
  spec: CommandSpec<Input, Output, Loaded>,
  input: z.output<Input>,
  parts: { doing: Doing; opened: Opened },
): Promise<z.input<Output>> {
  return retried(async () => {
    try {
      return await runOnce(spec, input, parts);
    } catch (error) {
      if (!['23505', 'HE409'].includes(sqlState(error) ?? '')) throw error;
      return runOnce(spec, input, parts);
    }
  });
}

/** A named, versioned change: session → parse → permit → load → decide → save → show, in one transaction of one county. */
export function command<Input extends z.ZodType, Output extends z.ZodType, Loaded>(
  spec: CommandSpec<Input, Output, Loaded>,
) {
  return procedure
    .meta({ kind: 'command', name: spec.name, version: spec.version, permit: spec.permit })
    .route({ method: 'POST', path: spec.path, summary: spec.summary, tags: [spec.name.split('.')[0] ?? ''] })
    .use(async ({ context, next }) => next({ context: { asker: await sessionStep(spec.permit, context) } }))
    .input(spec.input)
    .output(spec.output)
    .handler(async ({ input, context }) => {
      const { services } = context;
      const { asker, county: own } = await permitted(spec.permit, context, input);
      const county = spec.county?.(input as z.output<Input>) ?? own;
      const doing: Doing = { ...services, asker, county, now: services.clock(), context };
      const opened = openCommand(spec.name, spec.hush?.(input as z.output<Input>) ?? input, context);
      return (await runCommand(spec, input as z.output<Input>, { doing, opened })) as never;
    });
}
