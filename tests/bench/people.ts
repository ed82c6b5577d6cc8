import { randomUUID } from 'node:crypto';
import { type BenchClient, openBenchClient } from './client.ts';
import type { BenchHost, Seat } from './host.ts';
import { multiplyPeople } from './many-people.ts';
import { latency, say, timed } from './say.ts';
import { makePerson, makeVisit, send } from './work.ts';

// People at one station: written in bulk, listed, found, and one person's page.

async function ask<T>(client: BenchClient, name: string, input: object): Promise<T> {
  const answer = await client.post(`/rpc/${name}`, JSON.stringify({ json: input }), randomUUID());
  if (answer.status !== 200) throw new Error(`${name} ${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text).json;
}

async function bulk(
  client: BenchClient,
  { station, villages, rows }: { station: string; villages: string[]; rows: number },
) {
  let spent = 0;
  for (let done = 0; done < rows; done += 1000) {
    const people = Array.from({ length: 1000 }, () => makePerson(villages));
    spent += await timed(() => send(client, 'people/addMany', { station, id: randomUUID(), people }));
  }
  const rate = Math.round((rows / spent) * 1000).toLocaleString('en');
  say(`bulk persons, ${rows.toLocaleString('en')} rows, 1,000 a command, compared`, `${rate} rows/s`);
}

interface Found {
  items: { id: string; name: string; villageName: string }[];
  next?: string;
}

async function searches(client: BenchClient, station: string, many: string): Promise<void> {
  const person = makePerson();
  await send(client, 'people/add', { station, ...person });
  const { items } = await ask<Found>(client, 'people/list', { station, limit: 1 });
  const village = items[0]?.villageName.slice(0, 3) ?? '';
  const texts = [person.name, '桂珍', '禾', 'guizhen', 'liugui', 'lgz', person.phone.slice(-4), person.phone];
  for (const text of [...texts, person.idNumber.slice(-4), person.idNumber, village, `${village} 桂珍`]) {
    await latency(`search ${text}, ${many} persons`, 60, () => send(client, 'people/search', { station, text }));
  }
}

async function lists(client: BenchClient, station: string, many: string): Promise<void> {
  const { next } = await ask<Found>(client, 'people/list', { station });
  const first = { station, withTotal: true };
  await latency(`page of 50 and exact count, ${many} persons`, 100, () => send(client, 'people/list', first));
  await latency('next page of 50 by key', 100, () => send(client, 'people/list', { station, cursor: next }));
  await latency('pairs that may be one person, 20', 60, () => send(client, 'people/duplicates', { station }));
  await latency('today', 60, () => send(client, 'activities/today', { station }));
}

/** What the page of a person asks for at once: the file and the latest events. */
async function personPage(client: BenchClient, station: string): Promise<void> {
  const person = makePerson();
  await send(client, 'people/add', { station, ...person });
  for (let visit = 0; visit < 300; visit++) {
    await send(client, 'ledger/recordVisit', { station, ...makeVisit(person.id) });
  }
  await latency('page of a person with 300 events', 60, async () => {
    await Promise.all([
      send(client, 'people/get', { station, id: person.id }),
      send(client, 'ledger/events', { station, person: person.id, limit: 50 }),
    ]);
  });
}

async function figuresAt(client: BenchClient, station: string, many: string): Promise<void> {
  await lists(client, station, many);
  await searches(client, station, many);
  await personPage(client, station);
}

/** A hundred thousand people at one station; with HELI_BENCH_MILLION=1 ten times as many after that. */
export async function peopleFigures({ address, folder }: BenchHost, { station, cookie }: Seat): Promise<void> {
  const client = openBenchClient(address, cookie);
  const { items } = await ask<{ items: { code: string }[] }>(client, 'places/villages', { station });
  const villages = items.map((village) => village.code);
  await bulk(client, { station, villages, rows: 100_000 });
  await figuresAt(client, station, '100k');
  if (process.env.HELI_BENCH_MILLION) {
    await multiplyPeople(folder, station);
    await figuresAt(client, station, '1M');
  }
  client.close();
}
