import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BenchClient, openBenchClient, quantile } from './client.ts';
import { makeFolder, memoryOf, type Seat, seatStations, startHost } from './host.ts';
import { imports } from './imports.ts';
import { intakeAsOne, intakeAsTwelve, makePerson, makeVisit, send } from './work.ts';

// Figures of the ground floor over loopback HTTP, row security and journal on, client and server on one machine.

const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function latency(what: string, times: number, work: () => Promise<void>): Promise<void> {
  for (let warm = 0; warm < Math.ceil(times / 5); warm++) await work();
  const sample: number[] = [];
  for (let run = 0; run < times; run++) sample.push(await timed(work));
  say(what, `p50 ${ms(quantile(sample, 0.5))}   p95 ${ms(quantile(sample, 0.95))}`);
}

/** What one flush of this disk costs: every acknowledged command waits for at least one. */
async function flushes(folder: string): Promise<void> {
  const file = path.join(folder, 'flush');
  const handle = await open(file, 'w');
  const page = Buffer.alloc(8192, 1);
  await latency('a flush of this disk (8 kB, fdatasync)', 200, async () => {
    await handle.write(page);
    await handle.datasync();
  });
  await handle.close();
  await rm(file);
}

/** Clients at work for some seconds; answers how many commands a second were acknowledged. */
async function throughput(seconds: number, workers: ((stop: () => boolean) => Promise<number>)[]): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const from = performance.now();
  const done = await Promise.all(workers.map((work) => work(() => performance.now() > until)));
  return (done.reduce((sum, count) => sum + count, 0) / (performance.now() - from)) * 1000;
}

function visitor(client: BenchClient, seat: Seat) {
  return async (stop: () => boolean) => {
    const person = makePerson();
    await send(client, 'people/add', { station: seat.station, ...person });
    let count = 1;
    for (; !stop(); count++)
      await send(client, 'ledger/recordVisit', { station: seat.station, ...makeVisit(person.id) });
    return count;
  };
}

const median = (sample: number[]) => quantile(sample, 0.5);

async function writes(address: string, seats: Seat[]): Promise<void> {
  const first = seats[0] as Seat;
  const client = openBenchClient(address, first.cookie);
  await latency('intake, 12 commands, 1 client', 60, () => intakeAsTwelve(client, first));
  await latency('intake, one command, 1 client', 200, () => intakeAsOne(client, first));
  client.close();
  for (const [what, at] of [
    ['8 stations', seats],
    ['one station', Array(8).fill(first) as Seat[]],
  ] as const) {
    const rates: number[] = [];
    for (let run = 0; run < 3; run++) {
      const clients = at.map((seat) => openBenchClient(address, seat.cookie));
      rates.push(
        await throughput(
          3,
          clients.map((one, index) => visitor(one, at[index] as Seat)),
        ),
      );
      for (const one of clients) one.close();
    }
    say(`writes a second, 8 clients, ${what}`, `${Math.round(median(rates))} (${rates.map(Math.round).join(' ')})`);
  }
}

async function bulk(address: string, seat: Seat, rows: number): Promise<void> {
  const client = openBenchClient(address, seat.cookie);
  const bodies = Array.from({ length: rows / 1000 }, () => ({
    station: seat.station,
    id: crypto.randomUUID(),
    people: Array.from({ length: 1000 }, makePerson),
  }));
  const spent = await timed(async () => {
    for (const body of bodies) await send(client, 'people/addMany', body);
  });
  say(
    `bulk persons, ${rows.toLocaleString('en')} rows, 1,000 a command`,
    `${Math.round((rows / spent) * 1000).toLocaleString('en')} rows/s`,
  );
  client.close();
}

async function reads(address: string, seat: Seat): Promise<void> {
  const client = openBenchClient(address, seat.cookie);
  const { station } = seat;
  let next = '';
  const page = async (cursor: string | undefined, withTotal: boolean) => {
    const answer = await client.post(
      '/rpc/people/list',
      JSON.stringify({ json: { station, withTotal, ...(cursor ? { cursor } : {}) } }),
      crypto.randomUUID(),
    );
    next = JSON.parse(answer.text).json.next;
  };
  await latency('page of 50 and exact count, 100k persons', 100, () => page(undefined, true));
  await latency('next page of 50 by key', 100, () => page(next, false));
  for (const text of ['桂珍', 'guizhen', 'lgz', '禾']) {
    await latency(`search ${text}, 100k persons`, 60, () => send(client, 'people/search', { station, text }));
  }
  await latency('today', 60, () => send(client, 'activities/today', { station }));
  client.close();
}

async function main(): Promise<void> {
  const folder = makeFolder();
  let host = await startHost(folder);
  say('cold start (new data folder) to first page', ms(host.startMs));
  await flushes(folder);
  const seats = await seatStations(host.address);
  await writes(host.address, seats);
  await bulk(host.address, seats[1] as Seat, 100_000);
  await reads(host.address, seats[1] as Seat);
  await imports(host.address, seats[2] as Seat, say);
  say('memory of the program (resident)', `${memoryOf(host.pid)} MB`);
  await host.stop();
  const starts: number[] = [];
  for (let run = 0; run < 3; run++) {
    host = await startHost(folder);
    starts.push(host.startMs);
    await host.stop();
  }
  say('second start to first page', `${ms(median(starts))} (${starts.map((start) => start.toFixed(0)).join(' ')})`);
  host.remove();
}

/** Only the figures of the import: npm run bench -- import. */
async function onlyImports(): Promise<void> {
  const host = await startHost(makeFolder());
  const [seat] = await seatStations(host.address);
  await imports(host.address, seat as Seat, say);
  say('memory of the program (resident)', `${memoryOf(host.pid)} MB`);
  await host.stop();
  host.remove();
}

await (process.argv.includes('import') ? onlyImports() : main());
