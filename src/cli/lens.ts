import { randomBytes, randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type pg from 'pg';
import { inFlight } from '../platform/database/flight.ts';
import { dayInChina } from '../platform/clock.ts';
import { HeliError } from '../platform/errors.ts';
import { VERSION } from '../platform/version.ts';
import { FACT_KINDS, type FactKind, type Facts } from '../lenses/facts.ts';
import { deidentify } from '../lenses/export/deidentify.ts';
import { readFactsFile } from '../lenses/export/facts-file.ts';
import { countLens, measuresOf, needsOf, openLens } from '../lenses/lens.ts';
import { loadFacts } from '../lenses/load-facts.ts';
import { registry } from '../lenses/registry.ts';
import type { LensName, Value } from '../lenses/schema.ts';
import { refuseScopeFaults } from '../lenses/scope.ts';
import { versionsOf } from '../lenses/show.ts';
import { type Desk, EXIT } from './desk.ts';
import { findStationNamed, withOwnerPool } from './place.ts';
import { told } from './words.ts';

export interface LensOptions {
  data: string;
  station?: string;
  /** A day, or (counting from a file) the file. */
  from?: string;
  to?: string;
  project?: string;
  village?: string;
  group?: string;
  versions?: string;
  shift?: boolean;
  key?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Asked {
  station: string;
  from: string;
  to: string;
}

function requireWindow({ station, from, to }: LensOptions): Asked {
  if (!station || !from || !to) throw new HeliError('invalid', 'lens-window');
  const asked = { station, from, to };
  if (!DAY.test(from) || !DAY.test(to)) throw new HeliError('invalid', 'lens-window');
  refuseScopeFaults({ ...asked, scope: 'station' });
  return asked;
}

/** The facts of a station of this data folder, read as the owner of the data. */
async function factsOfStation(options: LensOptions, needs: ReadonlySet<FactKind>): Promise<Facts> {
  const { station, from, to } = requireWindow(options);
  const { project = null, village = null, group } = options;
  const load = async (pool: pg.Pool) => {
    const found = await findStationNamed(pool, station);
    const within = { county: found.county, stations: [found.station], from, to, project, village };
    const today = dayInChina(new Date());
    return inFlight(pool, 'read', (flight) => loadFacts(flight, { ...within, today, group, needs }));
  };
  return withOwnerPool(options.data, load);
}

async function factsOfFile(file: string): Promise<Facts> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new HeliError('invalid', 'no-such-file', { params: { file } });
  });
  return readFactsFile(text, file);
}

const figure = ({ value, status, numerator, denominator }: Value): string => {
  const counts = numerator === null || denominator === null ? '' : ` (${numerator} / ${denominator})`;
  return value === null ? `${status}${counts}` : `${Math.round(value * 1e4) / 1e4}${counts}`;
};

/** Counts a lens of a station, or of a file of facts, and answers it. */
export async function showLensOf(lens: LensName, options: LensOptions, desk: Desk): Promise<number> {
  const { own, complete } = measuresOf(registry, lens, versionsOf(options.versions));
  const needs = needsOf([...own, complete]);
  const fromFile = options.from !== undefined && !DAY.test(options.from);
  const facts = fromFile ? await factsOfFile(options.from as string) : await factsOfStation(options, needs);
  const answer = openLens(lens, facts, countLens(facts, { own, complete }));
  desk.answer({ program: VERSION, from: facts.from, to: facts.to, ...answer });
  desk.tell('lens-title', { title: answer.title[desk.language], from: facts.from, to: facts.to });
  for (const { definition, values } of [...answer.readings, answer.quality.completeness]) {
    desk.tell('lens-measure', { id: definition.id, name: definition.name[desk.language] });
    for (const value of values) desk.tell('lens-value', { name: value.label[desk.language], figure: figure(value) });
  }
  return EXIT.done;
}

/** Weeks by which days are moved so that nobody is found by a date: half a year to two years back. */
const someWeeks = (): number => -randomInt(26, 105);

async function keyOf(file: string | undefined): Promise<Buffer> {
  if (!file) return randomBytes(32);
  const known = await readFile(file).catch(() => undefined);
  if (known) return known;
  const key = randomBytes(32);
  await writeFile(file, key, { mode: 0o600 });
  return key;
}

/** Writes the facts of a station without anybody in them; from the file a lens gives the same digits elsewhere. */
export async function exportFacts(file: string, options: LensOptions, desk: Desk): Promise<number> {
  const needs = new Set(FACT_KINDS.filter((kind) => kind !== 'names'));
  const facts = await factsOfStation(options, needs);
  const hiding = { key: await keyOf(options.key), weeks: options.shift ? someWeeks() : 0, now: new Date() };
  const written = deidentify(facts, hiding);
  await writeFile(file, `${JSON.stringify(written)}\n`, { flag: 'wx', mode: 0o600 }).catch(
    (error: { code?: string }) => {
      throw error.code === 'EEXIST' ? new HeliError('invalid', 'file-there', { params: { file } }) : error;
    },
  );
  const { acts, villagesLeftOut } = written;
  desk.answer({ file, acts: acts.length, shifted: written.shifted, villagesLeftOut });
  desk.tell('lens-exported', { file, acts: acts.length, villages: villagesLeftOut });
  if (written.shifted) process.stderr.write(`${told(desk.language, 'lens-shifted')}\n`);
  return EXIT.done;
}
