import { createHmac } from 'node:crypto';
import { dayNumber } from '../../analysis/days.ts';
import { VERSION } from '../../platform/version.ts';
import type { Act } from '../act.ts';
import type { Facts } from '../facts.ts';
import { isSmall } from '../figure.ts';
import type { FactsFile } from './facts-file.ts';

export interface Hiding {
  /** Key of the pseudonyms: who has it could try names against them; a new one for each file unless series are to match. */
  key: Buffer;
  /** Weeks by which every day is moved; 0: kept. */
  weeks: number;
  now: Date;
}

type Pseudonym = (id: string) => string;

/** The same id is the same word throughout a file, and no way leads back without the key. */
function pseudonyms(key: Buffer): Pseudonym {
  const known = new Map<string, string>();
  return (id) => {
    if (id === '') return '';
    const found = known.get(id) ?? createHmac('sha256', key).update(id).digest('hex').slice(0, 16);
    known.set(id, found);
    return found;
  };
}

function mover(weeks: number): (day: string) => string {
  if (weeks === 0) return (day) => day;
  return (day) => new Date((dayNumber(day) + weeks * 7) * 86_400_000).toISOString().slice(0, 10);
}

/** Villages where 1 to 4 people were reached or gave something: their place would point at somebody. */
export function smallVillages({ acts, around, served }: Facts): Set<string> {
  const people = new Map<string, Set<string>>();
  const add = (village: string, person: string) => people.set(village, (people.get(village) ?? new Set()).add(person));
  for (const { village, person } of served) add(village, person);
  for (const act of [...acts, ...around]) if (act.partyKind === 'person') add(act.area, act.party);
  return new Set(
    [...people].filter(([village, own]) => village !== '' && isSmall(own.size)).map(([village]) => village),
  );
}

interface Hidden {
  as: Pseudonym;
  move: (day: string) => string;
  place: (area: string) => string;
}

function hiddenAct({ as, move, place }: Hidden): (act: Act) => FactsFile['acts'][number] {
  return ({ id: _, ...act }) => ({
    ...act,
    strategies: [...act.strategies],
    event: as(act.event),
    party: as(act.party),
    day: move(act.day),
    project: as(act.project),
    area: place(act.area),
    enteredBy: as(act.enteredBy),
  });
}

/**
 * Facts without anybody: people, partners, colleagues, projects and villages as keyed pseudonyms, no names and no notes;
 * villages of fewer than five people lose their place. Moved days keep their distances and weekdays, not their months.
 */
export function deidentify(facts: Facts, { key, weeks, now }: Hiding): FactsFile {
  const small = smallVillages(facts);
  const [as, move] = [pseudonyms(key), mover(weeks)];
  const place = (area: string) => (small.has(area) ? '' : as(area));
  const act = hiddenAct({ as, move, place });
  return {
    format: 'heli-lens-facts',
    version: 1,
    program: VERSION,
    made: move(now.toISOString().slice(0, 10)),
    shifted: weeks !== 0,
    villagesLeftOut: small.size,
    from: move(facts.from),
    to: move(facts.to),
    until: move(facts.until),
    months: { from: move(facts.months.from), to: move(facts.months.to) },
    group: facts.group,
    acts: [...facts.acts].map(act),
    around: [...facts.around].map(act),
    earlier: [...facts.earlier].map(as).sort(),
    served: facts.served.map((one) => ({ ...one, person: as(one.person), village: place(one.village) })),
    places: facts.places
      .filter(({ area }) => !small.has(area))
      .map(({ area, eligible }, nth) => ({ area: as(area), name: `V${nth + 1}`, eligible })),
    shocks: facts.shocks.map(({ id, kind, from, to }) => ({
      id: as(id),
      kind,
      name: kind,
      from: move(from),
      to: move(to),
    })),
    projects: [...facts.projects.values()].map((one, nth) => ({
      ...one,
      id: as(one.id),
      name: `P${nth + 1}`,
      area: place(one.area),
    })),
    sheets: facts.sheets.map((one) => ({ ...one, event: as(one.event), day: move(one.day) })),
    reach: facts.reach.map(({ from, people }) => ({ from: move(from), people })),
  };
}
