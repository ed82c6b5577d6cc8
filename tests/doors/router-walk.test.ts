// Everything that can be asked of the program: who may, who may not, and that a refusal changes nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROLE_MAY } from '../../src/platform/permission.ts';
import type { Permit } from '../../src/platform/pipeline/procedure.ts';
import { openClient, type TestClient } from '../support/client.ts';
import { startProgram, type TestProgram } from '../support/program.ts';
import { changesBetween, readContents } from './contents.ts';
import { type Declared, listProcedures } from './procedures.ts';
import { type Listening, listenToStderr } from './quiet.ts';
import type { Refusals, Sample } from './sample.ts';
import { SAMPLES } from './samples.ts';
import { ELSEWHERE, type Name, NAMES, openTown, ROLES, type Town } from './town.ts';

const procedures = listProcedures();
const sampled = procedures.flatMap((one) => {
  const sample = SAMPLES[one.place];
  return sample ? [{ ...one, sample }] : [];
});

let program: TestProgram;
let town: Town;
let stderr: Listening;

beforeAll(async () => {
  stderr = listenToStderr();
  program = await startProgram();
  town = await openTown(program.address, program.database.owner);
});
afterAll(async () => {
  await program?.stop();
  stderr.stop();
  expect(stderr.heard()).toBe('');
});

const rpc = (place: string) => place.replace('.', '/');
const clientOf = (name: Name | 'nobody'): TestClient =>
  name === 'nobody' ? openClient(program.address) : town.people[name];

/** Who the rule keeps out, worked out from the roles. */
function keptOut(permit: Permit): Refusals {
  if (permit.who === 'anyone') return {};
  const out = NAMES.filter((name) => {
    if (permit.who === 'signed-in') return false;
    if (permit.who === 'host-keeper') return name !== '周敏';
    return ELSEWHERE.includes(name) || !(ROLE_MAY[ROLES[name]] as readonly string[]).includes(permit.may);
  });
  return { nobody: 401, ...Object.fromEntries(out.map((name) => [name, 403])) };
}

/** Objects in a schema that take fields nobody declared. */
function looseObjects(schema: z.ZodType): string[] {
  const loose: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, additionalProperties } = node as { type?: string; additionalProperties?: unknown };
    if (type === 'object' && additionalProperties !== false) loose.push(path);
    for (const [name, below] of Object.entries(node)) look(below, `${path}/${name}`);
  };
  look(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
  return loose;
}

describe('every procedure', () => {
  test('there are some', () => {
    expect(procedures.length).toBeGreaterThan(40);
  });

  test('has one right use and its refusals written down here; nothing else is', () => {
    expect(procedures.map((one) => one.place).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  describe.each(procedures.map((one): [string, Declared] => [one.place, one]))('%s', (place, one) => {
    test('says who may, is named by its place, takes only what it knows, and says what it answers', () => {
      expect(one.meta.name).toBe(place);
      expect(one.meta.version).toBeGreaterThan(0);
      expect(['anyone', 'signed-in', 'at-station', 'host-keeper']).toContain(one.meta.permit?.who);
      expect(one.route).toMatchObject({ method: one.meta.kind === 'query' ? 'GET' : 'POST' });
      expect(one.route.summary).toMatch(/^[A-Z0-9].{5,}/);
      expect(one.route.path).toMatch(/^\/[a-z]+(\/[a-z-]+)*(\/\{[a-z]+\})?$/);
      if (!one.input || !one.output) throw new Error('without input or output');
      expect(looseObjects(one.input)).toEqual([]);
      expect(z.toJSONSchema(one.output, { unrepresentable: 'any' })).toHaveProperty('type', 'object');
    });
  });

  test.each(sampled.map((one): [string, Permit, Sample] => [one.place, one.meta.permit, one.sample]))(
    '%s: whom the rule keeps out is who is refused here',
    (_, permit, sample) => {
      expect(sample.refuses).toEqual(keptOut(permit));
      // Where nobody is kept out, something else must be refused.
      const takesNothing = ['access.installation', 'access.demoAccounts'];
      if (permit.who === 'anyone' && !takesNothing.includes(_)) expect(sample.wrong?.length).toBeGreaterThan(0);
    },
  );

  test('no two are at the same address', () => {
    const addresses = procedures.map(({ route }) => `${route.method} ${route.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

/** Everyone whom the sample says is refused is refused, one after another, and nothing is changed by it. */
async function refuseEach(place: string, sample: Sample): Promise<void> {
  const input = await sample.input(town, clientOf('nobody'));
  const before = await readContents(town.owner);
  for (const [name, status] of Object.entries(sample.refuses)) {
    const answer = await clientOf(name as Name).call(rpc(place), input);
    expect([name, answer.status, answer.body.reason]).toEqual([
      name,
      status,
      status === 401 ? 'unauthenticated' : 'forbidden',
    ]);
    expect(answer.body.sentence).toMatch(/\p{Script=Han}.*。$/u);
  }
  expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
}

describe('refused, and nothing is changed by it', () => {
  test.each(
    sampled
      .filter(({ sample }) => Object.keys(sample.refuses).length > 0)
      .map((one): [string, Sample] => [one.place, one.sample]),
  )('%s: to whom it is not given', (place, sample) => refuseEach(place, sample));

  const wrongs = sampled.flatMap(({ place, sample }) => (sample.wrong ?? []).map((wrong) => ({ place, ...wrong })));
  test.each(wrongs)('$place: $what ($status)', async ({ place, input, as, status, notes }) => {
    const asked = await input(town);
    const before = await readContents(town.owner);
    const answer = await (as?.(town) ?? clientOf('nobody')).call(rpc(place), asked);
    expect([answer.status, typeof answer.body.sentence]).toEqual([status, 'string']);
    expect(changesBetween(before, await readContents(town.owner), notes)).toEqual([]);
  });

  test.each(sampled.map((one): [string, Sample] => [one.place, one.sample]))(
    '%s: a field that the program does not know (400)',
    async (place, sample) => {
      const client = sample.client ? await sample.client(town) : clientOf(sample.by);
      const input = await sample.input(town, client);
      const before = await readContents(town.owner);
      const answer = await client.call(rpc(place), { ...input, 多余: 1 });
      expect([answer.status, answer.body.reason]).toEqual([400, 'unknown-field']);
      expect(answer.body.sentence).toContain('多余');
      expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
    },
  );

  test('the REST door refuses who is not signed in at every address but the open ones', async () => {
    const open = procedures.filter(({ meta }) => meta.permit.who === 'anyone').map((one) => one.place);
    const before = await readContents(town.owner);
    for (const { place, route } of procedures.filter((one) => !open.includes(one.place))) {
      const answer = await fetch(`${program.address}/api${route.path}`, {
        method: route.method ?? 'GET',
        headers: { 'content-type': 'application/json', 'x-heli': '1' },
        ...(route.method === 'POST' ? { body: '{}' } : {}),
      });
      expect([place, answer.status]).toEqual([place, 401]);
    }
    expect(changesBetween(before, await readContents(town.owner))).toEqual([]);
  });
});

async function onItsOwn(kind: 'fresh' | 'demo', work: (address: string) => Promise<void>): Promise<void> {
  const own = await startProgram({ demo: kind === 'demo' });
  try {
    await work(own.address);
  } finally {
    await own.stop();
  }
}

describe('granted', () => {
  test.each(sampled.map((one): [string, Sample['by'], Sample] => [one.place, one.sample.by, one.sample]))(
    '%s to %s',
    async (place, by, sample) => {
      const ask = async (address: string) => {
        const there = { ...town, address };
        const client = sample.client
          ? await sample.client(there)
          : by === 'nobody'
            ? openClient(address)
            : clientOf(by);
        const answer = await client.call(rpc(place), await sample.input(there, client));
        expect([answer.status, answer.body.reason]).toEqual([200, undefined]);
      };
      await (sample.on ? onItsOwn(sample.on, ask) : ask(program.address));
    },
    240_000, // a demonstration is built for two of them
  );
});
