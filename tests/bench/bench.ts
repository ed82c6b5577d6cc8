import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { bareVisits } from './bare.ts';
import { type BenchClient, openBenchClient, quantile } from './client.ts';
import { type BenchHost, makeFolder, memoryOf, type Seat, seatStations, startHost } from './host.ts';
import { imports } from './imports.ts';
import { latency, ms, say } from './say.ts';
import { peopleFigures } from './people.ts';
import { reportFigures } from './reports.ts';
import { residentFigures } from './residents.ts';
import { intakeAsOne, intakeAsTwelve, makePerson, makeVisit, send } from './work.ts';

// Figures of the ground floor over loopback HTTP, row security and journal on, client and server on one machine.

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

async function writes({ address, folder }: BenchHost, seats: Seat[]): Promise<void> {
  const first = seats[0] as Seat;
  const client = openBenchClient(address, first.cookie);
  await latency('intake, 12 commands, 1 client', 60, () => intakeAsTwelve(client, first));
  await latency('intake, one command, 1 client', 200, () => intakeAsOne(client, first));
  const person = makePerson();
  await send(client, 'people/add', { station: first.station, ...person });
  const one = await latency('a visit, 1 client', 300, () =>
    send(client, 'ledger/recordVisit', { station: first.station, ...makeVisit(person.id) }),
  );
  client.close();
  const peer = await bareVisits(folder, seats);
  say('  a visit against its bare rows', `${(one / peer.one).toFixed(1)} times`);
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
    say('  of the bare rows a second', `${((median(rates) / peer.rate) * 100).toFixed(0)} %`);
  }
}

async function main(): Promise<void> {
  const folder = makeFolder();
  let host = await startHost(folder);
  say('cold start (new data folder) to first page', ms(host.startMs));
  await flushes(folder);
  const seats = await seatStations(host.address);
  await writes(host, seats);
  await peopleFigures(host, seats[1] as Seat);
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

/** Only the figures of people, or of the import: npm run bench -- people, npm run bench -- import. */
async function only(figures: (host: BenchHost, seat: Seat) => Promise<void>): Promise<void> {
  const host = await startHost(makeFolder());
  const [seat] = await seatStations(host.address);
  await figures(host, seat as Seat);
  say('memory of the program (resident)', `${memoryOf(host.pid)} MB`);
  await host.stop();
  host.remove();
}

if (process.argv.includes('people')) await only(peopleFigures);
else if (process.argv.includes('import')) await only(({ address }, seat) => imports(address, seat, say));
else if (process.argv.includes('reports')) await reportFigures();
else if (process.argv.includes('residents')) await residentFigures();
else await main();
