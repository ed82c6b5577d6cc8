// A small program for the launcher's tests: run as other users, started twice at once, killed.
// Prints one line of JSON: what runs, or the reason why not.
import { ensureLinks } from '../../src/platform/postgres/binaries.ts';
import { startPostgres } from '../../src/platform/postgres/start.ts';

const [what, folder, extra] = process.argv.slice(2) as [string, string, string];

function say(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

async function run(): Promise<void> {
  if (what === 'links') return say(ensureLinks(folder, extra));
  const began = performance.now();
  const postgres = await startPostgres({ folder });
  const alive = setInterval(() => undefined, 1000);
  process.once('SIGTERM', () => postgres.stop().then(() => clearInterval(alive)));
  const { host, port, pid, adopted } = postgres;
  say({ host, port, pid, adopted, milliseconds: Math.round(performance.now() - began) });
}

run().catch((error) => {
  say({ reason: error.reason ?? String(error.stack), params: error.detail?.params });
  process.exitCode = 3;
});
